import { Numbering } from "../numbering.js";
import { baseName } from "./address.js";
import { COMPONENT_SCHEMAS } from "./component-reference.js";
import { get, getObject, set, type JsonObject } from "./data.js";
import { documentKind } from "./grammar.js";
import { appendPointer, splitPointer } from "./json-pointer.js";
import type { Origin } from "./sources.js";

/** The schemas of other files that become components of a bundled document. */
export class AddedSchemas {
  readonly #isSwagger: boolean;
  readonly #ownNames: ReadonlySet<string>;
  readonly #copy: (target: Origin) => unknown;
  readonly #names = new Map<string, string>();
  readonly #numbering = new Numbering();
  readonly #added = new Map<string, unknown>();
  /** Those whose content is still to be copied: by a list, for they may lead on without end. */
  readonly #waiting: { readonly name: string; readonly target: Origin }[] = [];
  #isCopying = false;

  /**
   * @param root the first file's.
   * @param copy makes a schema part of the result.
   */
  constructor(root: unknown, copy: (target: Origin) => unknown) {
    this.#isSwagger = documentKind(root) === "swagger";
    const own = this.#isSwagger
      ? getObject(root, "definitions")
      : getObject(get(root, "components"), "schemas");
    this.#ownNames = new Set(Object.keys(own ?? {}));
    this.#copy = copy;
  }

  /** Where a schema stands in the result. */
  pointerTo(target: Origin): string {
    const key = `${target.source.address}#${target.pointer}`;
    let name = this.#names.get(key);
    if (name === undefined) {
      name = this.#freeName(target);
      this.#names.set(key, name);
      this.#added.set(name, undefined);
      this.#waiting.push({ name, target });
      if (!this.#isCopying) this.#copyWaiting();
    }
    return appendPointer(this.#isSwagger ? "/definitions" : COMPONENT_SCHEMAS, name);
  }

  /** Puts all of them into the result. */
  addTo(document: JsonObject): void {
    if (this.#added.size === 0) return;
    const components = this.#isSwagger ? document : (getObject(document, "components") ?? {});
    const key = this.#isSwagger ? "definitions" : "schemas";
    const schemas = getObject(components, key) ?? {};
    for (const [name, schema] of this.#added) set(schemas, name, schema);
    components[key] = schemas;
    if (!this.#isSwagger) document["components"] = components;
  }

  #copyWaiting(): void {
    this.#isCopying = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      this.#added.set(next.name, this.#copy(next.target));
    }
    this.#isCopying = false;
  }

  #freeName(target: Origin): string {
    const file = baseName(target.source.address).replace(/\.[^.]*$/, "");
    const wanted = splitPointer(target.pointer).at(-1) ?? file;
    const isTaken = (name: string) => this.#ownNames.has(name) || this.#added.has(name);
    return isTaken(wanted) ? this.#numbering.number(wanted, isTaken) : wanted;
  }
}
