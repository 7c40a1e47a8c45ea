import type { Location } from "@plaid-partner/generator";
import { canonical, type JsonObject } from "../data.ts";
import type { Aspect, Difference, Direction, Subject } from "../difference.ts";

/** Where a thing is in both documents, or would be. */
interface Places {
  readonly ours: Location;
  readonly upstream: Location;
}

/** What both documents say of a thing; `undefined` where one says nothing. */
export interface Said {
  readonly ours: unknown;
  readonly upstream: unknown;
}

interface Context {
  readonly direction?: Direction | undefined;
  readonly operation?: string | undefined;
  readonly subject?: Subject | undefined;
}

/** Differences, each told once, however many operations and directions it is met in. */
export class Findings {
  readonly #found = new Map<string, Difference>();
  /** Which objects of ours stand for which of theirs: one of ours may stand for several. */
  readonly #pairs = new Map<JsonObject, Set<JsonObject>>();
  readonly #back = new Map<JsonObject, Set<JsonObject>>();

  /** Notes that two objects are about the same. */
  pair(ours: JsonObject, upstream: JsonObject): void {
    add(this.#pairs, ours, upstream);
    add(this.#back, upstream, ours);
  }

  /** What stands for an object of ours in the other document. */
  upstreamOf(ours: JsonObject): ReadonlySet<JsonObject> {
    return this.#pairs.get(ours) ?? new Set();
  }

  /** What stands for an object of theirs in our document. */
  oursOf(upstream: JsonObject): ReadonlySet<JsonObject> {
    return this.#back.get(upstream) ?? new Set();
  }

  /** Notes a difference, unless both say the same. */
  tell(what: Aspect, places: Places, said: Said, context: Context = {}): void {
    const [mine, theirs] = [text(said.ours), text(said.upstream)];
    if (mine === theirs) return;
    const { ours, upstream } = places;
    const { direction, operation, subject } = context;
    const key = canonical([what, ours.file, ours.pointer, mine, theirs]);
    const known = this.#found.get(key);
    const directions = new Set(known?.directions ?? []);
    if (direction) directions.add(direction);
    this.#found.set(key, {
      what,
      ours,
      upstream: known?.upstream ?? upstream,
      ...(said.ours === undefined ? {} : { oursSays: said.ours }),
      ...(said.upstream === undefined ? {} : { upstreamSays: said.upstream }),
      directions: [...directions],
      operation: known?.operation ?? operation,
      subject: subject && {
        ...subject,
        upstream: new Set([...(known?.subject?.upstream ?? []), ...subject.upstream]),
      },
    });
  }

  get differences(): readonly Difference[] {
    return [...this.#found.values()];
  }
}

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

/** Nothing, or JSON. */
function text(said: unknown): string {
  return said === undefined ? "" : canonical(said);
}
