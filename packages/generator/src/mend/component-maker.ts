import type { BundledDocument } from "../load/bundle.js";
import { componentReference } from "../load/component-reference.js";
import { getObject, set, type JsonObject } from "../load/data.js";
import { Numbering } from "../numbering.js";

/** Makes components of schemas that stand elsewhere in a document, which is changed in place. */
export class ComponentMaker {
  readonly #document: BundledDocument;
  readonly #names = new Map<JsonObject, string>();
  readonly #numbering = new Numbering();
  readonly #standsFor = new Map<object, object>();

  constructor(document: BundledDocument) {
    this.#document = document;
  }

  /** The document, which also knows where the references come from that {@link replace} puts in. */
  get document(): BundledDocument {
    const document = this.#document;
    return {
      ...document,
      locate: (value, key) => document.locate(this.#standsFor.get(value) ?? value, key),
    };
  }

  /** The name of the component that `schema` was made. */
  nameOf(schema: JsonObject): string | undefined {
    return this.#names.get(schema);
  }

  /** Makes `schema` a component called `wanted`, or the like where that is taken. */
  add(schema: JsonObject, wanted: string): string {
    const schemas = takeMap(takeMap(this.#document.root, "components"), "schemas");
    const isTaken = (name: string) => Object.hasOwn(schemas, name);
    const name = isTaken(wanted) ? this.#numbering.number(wanted, isTaken) : wanted;
    this.#names.set(schema, name);
    set(schemas, name, schema);
    return name;
  }

  /** Puts a reference to the component where its schema stood. */
  replace(parent: object, key: string, schema: JsonObject): void {
    const place = { $ref: componentReference(this.#names.get(schema) ?? "") };
    this.#standsFor.set(place, schema);
    if (Array.isArray(parent)) parent[Number(key)] = place;
    else set(parent as JsonObject, key, place);
  }
}

function takeMap(owner: JsonObject, key: string): JsonObject {
  const map = getObject(owner, key) ?? {};
  set(owner, key, map);
  return map;
}
