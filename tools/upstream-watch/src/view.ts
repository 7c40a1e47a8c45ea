import type { BundledDocument, Location } from "@plaid-partner/generator";
import { get, isObject, type JsonObject } from "./data.ts";

/** A document to be read: its references are followed, and each object of it knows its place. */
export class View {
  readonly root: JsonObject;
  readonly shown: string;
  readonly #document: BundledDocument;

  constructor(document: BundledDocument) {
    this.root = document.root;
    this.shown = document.shown;
    this.#document = document;
  }

  /** What is at the end of a chain of references; `undefined` where it ends nowhere, or in a circle. */
  follow(value: unknown): JsonObject | undefined {
    const seen = new Set<unknown>();
    let at = value;
    while (isObject(at) && typeof get(at, "$ref") === "string") {
      if (seen.has(at)) return undefined;
      seen.add(at);
      at = this.#target(get(at, "$ref") as string);
    }
    return isObject(at) ? at : undefined;
  }

  /** Where an object is, or what it has or would have under some keys, one within the other. */
  place(value: object, ...keys: readonly string[]): Location {
    const [first, ...others] = keys;
    if (first === undefined) return this.#document.locate(value);
    if (others.length === 0 && get(value, first) !== undefined) {
      return this.#document.locate(value, first);
    }
    const inside = get(value, first);
    if (typeof inside === "object" && inside !== null) return this.place(inside, ...others);
    const { pointer = "", ...owner } = this.#document.locate(value);
    return { ...owner, pointer: pointer + keys.map((key) => `/${escape(key)}`).join("") };
  }

  #target(reference: string): unknown {
    if (!reference.startsWith("#/")) return undefined;
    let value: unknown = this.root;
    for (const step of reference.slice(2).split("/")) {
      const key = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
      value = Array.isArray(value) ? (value[Number(key)] as unknown) : get(value, key);
    }
    return value;
  }
}

function escape(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
