import { get, type JsonObject } from "../../load/data.js";
import { canonical } from "./show.js";

const WORDS = ["title", "summary", "description", "externalDocs"];

/** What is said of something for readers alone, as one text; an empty one where nothing is. */
export function wordingOf(owner: JsonObject): string {
  let wording = known.get(owner);
  if (wording === undefined) {
    wording = readWording(owner);
    known.set(owner, wording);
  }
  return wording;
}

const known = new WeakMap<JsonObject, string>();

function readWording(owner: JsonObject): string {
  const words = WORDS.flatMap((key) => (get(owner, key) === undefined ? [] : [[key, owner[key]]]));
  // OpenAPI 3.0 has one example of a schema, 3.1 a list.
  const examples = ["example", "examples"].flatMap((key) => get(owner, key) ?? []);
  return words.length + examples.length === 0 ? "" : canonical([words, examples]);
}
