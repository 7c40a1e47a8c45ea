import type { BundledDocument } from "../load/bundle.js";
import { get, getEntries, getObject, getString, isObject, type JsonObject } from "../load/data.js";
import type { ComponentMaker } from "./component-maker.js";
import { joinWords } from "./part-name.js";

/** Kinds of components whose content operations share, and what the names of such types end in. */
const SHARED = [
  { kind: "responses", ending: "Response", known: /(response|error)s?$/i },
  { kind: "requestBodies", ending: "Request", known: /(request|body|bodies|input)$/i },
];

/** Keywords that make a type worth a name. */
const STRUCTURE = ["properties", "allOf", "anyOf", "oneOf"];

/**
 * Makes components of the schemas that stand inline in shared responses and request bodies, so that
 * all operations that share one share a type, and not each gets one of its own.
 */
export function nameShared({ root }: BundledDocument, maker: ComponentMaker): void {
  for (const { kind, ending, known } of SHARED) {
    for (const [name, owner] of getEntries(getObject(root, "components"), kind)) {
      for (const [, media] of getEntries(owner, "content")) {
        const schema = get(media, "schema");
        if (!isObject(media) || !isObject(schema) || !isNameable(schema)) continue;
        const description = getString(owner, "description");
        if (description !== undefined) schema["description"] ??= description;
        maker.add(schema, joinWords(known.test(name) ? [name] : [name, ending]));
        maker.replace(media, "schema", schema);
      }
    }
  }
}

function isNameable(schema: JsonObject): boolean {
  return (
    get(schema, "$ref") === undefined &&
    STRUCTURE.some((keyword) => get(schema, keyword) !== undefined)
  );
}
