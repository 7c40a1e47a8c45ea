import type { Side } from "../side.js";
import { compareViews } from "./compare-views.js";
import { SchemaPair, type SchemaComparer, type Way } from "./schema-pair.js";
import type { SchemaView } from "./schema-view.js";

/** Compares schemas. Each pair is compared once, wherever it is used, so that schemas in circles end. */
export class SchemaJudge implements SchemaComparer {
  readonly old: Side;
  readonly new: Side;
  trials = 0;
  readonly #pairs = new Map<string, WeakMap<SchemaView, WeakMap<SchemaView, SchemaPair>>>();

  constructor(old: Side, now: Side) {
    this.old = old;
    this.new = now;
  }

  /** Compares two schemas as their documents write them; `undefined` is a schema of anything. */
  compare(old: unknown, now: unknown, way: Way): SchemaPair {
    return this.compareViews(this.old.view(old), this.new.view(now), way);
  }

  compareViews(old: SchemaView, now: SchemaView, way: Way): SchemaPair {
    const key = [way.direction, way.isText, way.isEcho === true, way.isParted === true].join();
    let byOld = this.#pairs.get(key);
    if (!byOld) this.#pairs.set(key, (byOld = new WeakMap()));
    let byNew = byOld.get(old);
    if (!byNew) byOld.set(old, (byNew = new WeakMap()));
    let pair = byNew.get(now);
    if (!pair) {
      pair = new SchemaPair(this, old, now, way);
      byNew.set(now, pair);
    }
    return pair;
  }

  fill(pair: SchemaPair): void {
    compareViews(pair);
  }
}
