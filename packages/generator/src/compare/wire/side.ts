import type { BundledDocument } from "../../load/bundle.js";
import { get, isObject, type JsonObject } from "../../load/data.js";
import { resolvePointer } from "../../load/json-pointer.js";
import { resolveReference } from "../../load/resolve-reference.js";
import type { Location } from "../../problem.js";
import { ANYTHING, NOTHING, readSchema, SchemaView } from "./schemas/schema-view.js";

/** A place in a document: an object or list of it, or a member of one. */
export interface Spot {
  readonly home: object;
  readonly key?: string | number | undefined;
}

/** Several schemas that one value has to fit: how many are looked at. Documents that nest allOf in circles make ever more. */
const MOST_MERGED = 16;

/** One of the two documents that are compared. */
export class Side {
  readonly root: JsonObject;
  readonly #document: BundledDocument;
  readonly #targets = new Map<string, unknown>();
  readonly #views = new WeakMap<object, SchemaView>();
  readonly #ids = new WeakMap<object, number>();
  readonly #merged = new Map<string, JsonObject>();
  readonly #mergedFrom = new WeakMap<object, readonly unknown[]>();
  #nextId = 0;

  constructor(document: BundledDocument) {
    this.root = document.root;
    this.#document = document;
  }

  /** Where a place is in the sources. */
  locate({ home, key }: Spot): Location {
    return this.#document.locate(home, key);
  }

  /** The object that `value` is or refers to; `undefined` for anything else. */
  object(value: unknown): JsonObject | undefined {
    const target = resolveReference(this.root, value);
    return isObject(target) ? target : undefined;
  }

  /** What a reference of a schema leads to, one step. */
  follow(reference: string): unknown {
    if (!this.#targets.has(reference)) {
      this.#targets.set(reference, resolvePointer(this.root, reference.slice(1)));
    }
    return this.#targets.get(reference);
  }

  /** A schema as it is meant; the same object for the same schema, however it is referred to. */
  view(schema: unknown): SchemaView {
    const target = this.#throughReferences(schema);
    if (target === false) return NOTHING;
    if (!isObject(target)) return ANYTHING;
    let view = this.#views.get(target);
    if (view === undefined) {
      view = new SchemaView(this, readSchema(this, [target]));
      this.#views.set(target, view);
    }
    return view;
  }

  /** One schema for a value that has to fit all of these. */
  merge(schemas: readonly unknown[]): unknown {
    const flat = schemas.flatMap((one) =>
      isObject(one) ? (this.#mergedFrom.get(one) ?? [one]) : one === false ? [false] : [],
    );
    const parts = [...new Set(flat)].slice(0, MOST_MERGED);
    if (parts.includes(false)) return false;
    if (parts.length < 2) return parts[0];
    const key = parts.map((part) => this.id(part as object)).join();
    let merged = this.#merged.get(key);
    if (merged === undefined) {
      merged = { allOf: parts };
      this.#merged.set(key, merged);
      this.#mergedFrom.set(merged, parts);
    }
    return merged;
  }

  /** A number of its own for each object. */
  id(value: object): number {
    let id = this.#ids.get(value);
    if (id === undefined) {
      id = this.#nextId;
      this.#nextId += 1;
      this.#ids.set(value, id);
    }
    return id;
  }

  #throughReferences(schema: unknown): unknown {
    const seen = new Set<unknown>();
    let current = schema;
    while (isObject(current) && Object.keys(current).length === 1) {
      const reference = get(current, "$ref");
      if (typeof reference !== "string") break;
      if (seen.has(current)) return undefined;
      seen.add(current);
      current = this.follow(reference);
    }
    return current;
  }
}
