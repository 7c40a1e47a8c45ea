import type { BundledDocument } from "../load/bundle.js";
import { get, type JsonObject } from "../load/data.js";
import type { Kind } from "../load/grammar.js";
import { walk } from "../load/walk.js";

/** Survives what copies objects and moves their members: it looks like an extension. */
const MARK = "x-clientgen-place";

/**
 * Changes a document by a function that copies and rebuilds its objects, and keeps what is known of
 * where they came from. An object that is new has the place of the nearest one around it.
 *
 * @param kind what the document is beforehand.
 */
export function keepPlaces(
  document: BundledDocument,
  kind: Kind,
  change: (root: JsonObject) => JsonObject,
): BundledDocument {
  const marked: JsonObject[] = [];
  walk(
    document.root,
    {
      object(value) {
        if (Object.hasOwn(value, MARK)) return;
        value[MARK] = marked.push(value) - 1;
      },
    },
    kind,
  );
  const root = change(document.root);
  const cameFrom = new WeakMap<object, { readonly source: object; readonly isNew: boolean }>();
  unmark(root, document.root);
  return {
    ...document,
    root,
    locate(value, key) {
      const found = cameFrom.get(value);
      if (found === undefined) return document.locate(value, key);
      return document.locate(found.source, found.isNew ? undefined : key);
    },
  };

  function unmark(value: unknown, around: object): void {
    if (typeof value !== "object" || value === null || cameFrom.has(value)) return;
    const mark = get(value, MARK);
    const own = typeof mark === "number" ? marked[mark] : undefined;
    const source = own ?? around;
    cameFrom.set(value, { source, isNew: own === undefined });
    if (own !== undefined) delete (value as JsonObject)[MARK];
    for (const member of Object.values(value)) unmark(member, source);
  }
}
