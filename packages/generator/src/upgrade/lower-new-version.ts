import type { BundledDocument } from "../load/bundle.js";
import {
  get,
  getEntries,
  getObject,
  getString,
  isObject,
  set,
  type JsonObject,
} from "../load/data.js";
import { isVersion32 } from "../load/list-operations.js";
import { resolveReference } from "../load/resolve-reference.js";
import { walk } from "../load/walk.js";

/**
 * Brings what is new in OpenAPI 3.2 into the words of 3.1 where there are such: references to media
 * types, and examples in their serialized form. The document is changed in place. All else that is new
 * is read as it is.
 */
export function lowerNewVersion(document: BundledDocument): BundledDocument {
  const { root } = document;
  if (!isVersion32(root)) return document;
  walk(root, {
    object(value, kind) {
      if (["response", "requestBody", "parameter", "header"].includes(kind)) {
        inlineMediaTypes(root, value);
      } else if (kind === "example") {
        lowerExample(value);
      }
    },
  });
  return document;
}

/** 3.1 has no references for media types (3.2, 4.14). */
function inlineMediaTypes(root: JsonObject, owner: JsonObject): void {
  const content = getObject(owner, "content");
  for (const [type, media] of getEntries(owner, "content")) {
    const target = resolveReference(root, media);
    if (content && target !== media && isObject(target)) set(content, type, target);
  }
}

/** `dataValue` is what `value` was; a `serializedValue` alone is it as a text (3.2, 4.19). */
function lowerExample(example: JsonObject): void {
  if (example["value"] !== undefined) return;
  const data = get(example, "dataValue");
  const text = getString(example, "serializedValue");
  if (data !== undefined) example["value"] = data;
  else if (text !== undefined) example["value"] = parseOr(text);
}

function parseOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
