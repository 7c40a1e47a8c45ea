import type { Location } from "@plaid-partner/generator";
import { canonical, get, isObject, type JsonObject } from "../data.ts";
import type { Aspect, Direction, Subject } from "../difference.ts";
import { LIMITS } from "../limits.ts";
import type { View } from "../view.ts";
import type { Findings, Said } from "./findings.ts";
import { flatten, type Flat } from "./flatten.ts";

/** Both documents, and where what differs is put. */
export interface Both {
  readonly ours: View;
  readonly upstream: View;
  readonly findings: Findings;
}

/** Compared as they are: their like in our documents would be new to us. */
const OTHERS = [
  "not",
  "patternProperties",
  "propertyNames",
  "prefixItems",
  "contains",
  "if",
  "then",
  "else",
  "dependentRequired",
  "dependentSchemas",
  "unevaluatedProperties",
  "contentEncoding",
  "contentMediaType",
] as const;

/** Compares schemas, and all that they reach, by what they mean. */
export class SchemaComparer {
  readonly #both: Both;
  readonly #seen = new Map<unknown, Set<string>>();
  readonly #numbers = new Map<unknown, number>();

  constructor(both: Both) {
    this.#both = both;
  }

  /** Compares two schemas that stand at the same place of both documents. */
  compare(ours: unknown, upstream: unknown, direction: Direction, operation: string): void {
    const mine = flatten(this.#both.ours, ours);
    const theirs = flatten(this.#both.upstream, upstream);
    // What is no object is `true` or `false`: all is allowed, or nothing.
    if (!mine || !theirs || this.#isKnown(ours, upstream, direction)) return;
    this.#pair(mine, theirs);
    const tell: Tell = (what, keys, said, subject) =>
      this.#both.findings.tell(
        what,
        {
          ours: placeOf(this.#both.ours, mine, keys),
          upstream: placeOf(this.#both.upstream, theirs, keys),
        },
        said,
        { direction, operation, subject },
      );
    compareWords(mine, theirs, tell);
    compareValues(mine, theirs, tell);
    this.#compareProperties(mine, theirs, direction, operation);
    this.#compareInner(mine, theirs, direction, operation, tell);
  }

  /** Once for each pair and direction: schemas may hold themselves. */
  #isKnown(ours: unknown, upstream: unknown, direction: Direction): boolean {
    const number = this.#numbers.get(upstream) ?? this.#numbers.size;
    this.#numbers.set(upstream, number);
    const known = this.#seen.get(ours) ?? new Set();
    this.#seen.set(ours, known);
    const key = `${number} ${direction}`;
    if (known.has(key)) return true;
    known.add(key);
    return false;
  }

  #pair(mine: Flat, theirs: Flat): void {
    const { findings } = this.#both;
    findings.pair(mine.base, theirs.base);
    const [own, other] = [mine, theirs].map(({ parts }) => parts.filter(hasProperties));
    if (own?.length !== other?.length) return;
    own?.forEach((part, index) => findings.pair(part, other?.[index] ?? part));
  }

  #compareProperties(mine: Flat, theirs: Flat, direction: Direction, operation: string): void {
    const { ours, upstream, findings } = this.#both;
    for (const name of new Set([...mine.properties.keys(), ...theirs.properties.keys()])) {
      const own = mine.properties.get(name);
      const other = theirs.properties.get(name);
      const owner = own?.owner ?? this.#ownerOf(mine, other?.owner);
      const places = {
        ours: ours.place(owner, "properties", name),
        upstream: upstream.place(
          other?.owner ?? theirs.parts.find(hasProperties) ?? theirs.base,
          "properties",
          name,
        ),
      };
      const context = { direction, operation };
      if (own && other) {
        const said = { ours: mine.required.has(name), upstream: theirs.required.has(name) };
        findings.tell("required", places, said, context);
        this.compare(own.schema, other.schema, direction, operation);
      } else {
        const presence = (on: unknown, isRequired: boolean) =>
          on === undefined ? undefined : isRequired ? "required" : "present";
        const said = {
          ours: presence(own, mine.required.has(name)),
          upstream: presence(other, theirs.required.has(name)),
        };
        const subject = other && {
          ours: owner,
          upstream: new Set([other.owner]),
          content: other.schema,
        };
        findings.tell("property", places, said, { ...context, subject });
      }
    }
  }

  /** The part of ours that stands for the part of theirs which has what we lack. */
  #ownerOf(mine: Flat, theirs: JsonObject | undefined): JsonObject {
    const counterparts = theirs && this.#both.findings.oursOf(theirs);
    const parts = mine.parts.filter(hasProperties);
    return parts.find((one) => counterparts?.has(one)) ?? parts.at(-1) ?? mine.base;
  }

  #compareInner(
    mine: Flat,
    theirs: Flat,
    direction: Direction,
    operation: string,
    tell: Tell,
  ): void {
    const [items, otherItems] = [mine, theirs].map((one) => one.words.get("items")?.said);
    if (items !== undefined || otherItems !== undefined) {
      this.compare(items ?? {}, otherItems ?? {}, direction, operation);
    }
    const [more, otherMore] = [mine, theirs].map(additional);
    if (isObject(more) && isObject(otherMore)) this.compare(more, otherMore, direction, operation);
    else if (mine.types.includes("object") || theirs.types.includes("object")) {
      const said = (one: unknown) => (isObject(one) ? "present" : one);
      tell("additional-properties", ["additionalProperties"], {
        ours: said(more),
        upstream: said(otherMore),
      });
    }
    const kind = get(mine.base, "anyOf") === undefined ? "oneOf" : "anyOf";
    const counts = { ours: mine.branches.length, upstream: theirs.branches.length };
    tell("branches", [kind], counts);
    if (counts.ours !== counts.upstream) return;
    for (const [index, branch] of mine.branches.entries()) {
      this.compare(branch, theirs.branches[index], direction, operation);
    }
  }
}

type Tell = (what: Aspect, keys: readonly string[], said: Said, subject?: Subject) => void;

function compareWords(mine: Flat, theirs: Flat, tell: Tell): void {
  const said = (key: string): Said => ({
    ours: mine.words.get(key)?.said,
    upstream: theirs.words.get(key)?.said,
  });
  const types = { ours: mine.types.join(" | "), upstream: theirs.types.join(" | ") };
  tell("type", ["type"], types);
  tell("null", ["type"], { ours: mine.isNullable, upstream: theirs.isNullable });
  tell("format", ["format"], said("format"));
  tell("default", ["default"], said("default"));
  tell("deprecated", ["deprecated"], truth(said("deprecated")));
  for (const key of ["readOnly", "writeOnly"]) tell("access", [key], truth(said(key)));
  for (const key of LIMITS) tell("limit", [key], said(key));
  for (const key of ["minimum", "maximum"] as const) {
    const limits = { ours: limit(mine, key), upstream: limit(theirs, key) };
    tell("limit", [key], limits);
  }
  const discriminator = (flat: Flat) => get(flat.words.get("discriminator")?.said, "propertyName");
  tell("discriminator", ["discriminator"], {
    ours: discriminator(mine),
    upstream: discriminator(theirs),
  });
  for (const key of OTHERS) tell("other-keyword", [key], said(key));
}

function compareValues(mine: Flat, theirs: Flat, tell: Tell): void {
  if (!mine.values || !theirs.values) {
    const listed = (flat: Flat) => flat.values && "present";
    tell("enum", ["enum"], { ours: listed(mine), upstream: listed(theirs) });
    return;
  }
  const [own, other] = [mine.values, theirs.values].map((all) => new Set(all.map(canonical)));
  for (const value of mine.values) {
    if (!other?.has(canonical(value)))
      tell("enum-value", ["enum"], { ours: value, upstream: undefined });
  }
  for (const value of theirs.values) {
    if (own?.has(canonical(value))) continue;
    const subject = { ours: mine.base, upstream: new Set([theirs.base]), content: value };
    tell("enum-value", ["enum"], { ours: undefined, upstream: value }, subject);
  }
}

/** A keyword that is not there says the same as `false`. */
function truth({ ours, upstream }: Said): Said {
  return { ours: ours === true, upstream: upstream === true };
}

/** `>= 5` or `> 5`, however the version of OpenAPI writes it. */
function limit({ words }: Flat, key: "minimum" | "maximum"): string | undefined {
  const sign = key === "minimum" ? ">" : "<";
  const plain = words.get(key)?.said;
  const strict = words.get(key === "minimum" ? "exclusiveMinimum" : "exclusiveMaximum")?.said;
  if (typeof strict === "number") return `${sign} ${strict}`;
  if (plain === undefined) return undefined;
  return `${sign}${strict === true ? "" : "="} ${JSON.stringify(plain)}`;
}

/** What further properties there may be: `true` for all, which is also what silence means. */
function additional({ words }: Flat): unknown {
  const said = words.get("additionalProperties")?.said ?? true;
  return isObject(said) && Object.keys(said).length === 0 ? true : said;
}

function hasProperties(part: JsonObject): boolean {
  return isObject(get(part, "properties"));
}

/** Where a keyword is said, or would be. */
function placeOf(view: View, flat: Flat, keys: readonly string[]): Location {
  const [first = ""] = keys;
  return view.place(flat.words.get(first)?.owner ?? flat.base, ...keys);
}
