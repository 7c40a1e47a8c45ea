import { getString } from "./data.js";
import { appendPointer } from "./json-pointer.js";
import type { SourceDocument } from "./parse-document.js";

/** The schemas of a document that bear names of their own, by their pointers. */
export interface SchemaNames {
  /** `$id` (JSON Schema 2020-12, 8.2.1), as written and as a whole URL; `$self` (OpenAPI 3.2, 4.1.2). */
  readonly ids: ReadonlyMap<string, string>;
  /** Where the schemas with ids stand, the whole document aside. */
  readonly roots: ReadonlySet<string>;
  /** `$anchor` and `$dynamicAnchor` (JSON Schema 2020-12, 8.2.2). The first of a name counts. */
  readonly anchors: ReadonlyMap<string, string>;
}

const KEYWORDS = /\$(id|self|anchor|dynamicAnchor)\b/;

const cache = new WeakMap<SourceDocument, SchemaNames>();

/** Looked for when a reference first needs one, in documents that can have any: few do. */
export function schemaNames(source: SourceDocument): SchemaNames {
  const known = cache.get(source);
  if (known) return known;
  const names = findNames(KEYWORDS.test(source.text) ? source.root : undefined);
  cache.set(source, names);
  return names;
}

function findNames(root: unknown): SchemaNames {
  const ids = new Map<string, string>();
  const anchors = new Map<string, string>();
  const base = getString(root, "$self") ?? getString(root, "$id");
  const seen = new Set<object>();
  const add = (names: Map<string, string>, name: string | undefined, pointer: string): void => {
    if (name !== undefined && !names.has(name)) names.set(name, pointer);
  };
  visit(root, "");
  return { ids, roots: new Set([...ids.values()].filter((pointer) => pointer !== "")), anchors };

  function visit(value: unknown, pointer: string): void {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    for (const keyword of ["$self", "$id"]) {
      const id = getString(value, keyword)?.replace(/#$/, "");
      if (id === undefined || (keyword === "$self" && pointer !== "")) continue;
      add(ids, id, pointer);
      add(ids, absolute(id, base), pointer);
    }
    for (const keyword of ["$anchor", "$dynamicAnchor"]) {
      add(anchors, getString(value, keyword), pointer);
    }
    for (const [key, member] of Object.entries(value)) visit(member, appendPointer(pointer, key));
  }
}

/** A URL relative to `base`; `undefined` where that makes none. */
export function absolute(url: string, base: string | undefined): string | undefined {
  try {
    return new URL(url, base).href;
  } catch {
    return undefined;
  }
}
