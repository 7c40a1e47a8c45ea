import { dirname, resolve } from "node:path";
import { ProblemsError } from "../problem.js";
import { isObject } from "./data.js";
import { parseDocument, type SourceDocument } from "./parse-document.js";
import { readText } from "./read-text.js";

/** A document's files by absolute path; a file that can't be loaded stands as its error. */
export type Sources = ReadonlyMap<string, SourceDocument | ProblemsError>;

/** Where a reference leads: a file's path and the fragment behind `#`. */
export interface ReferenceTarget {
  /** Absolute path; `undefined` for an address outside the file system. */
  readonly path: string | undefined;
  /** Path as the user would write it. */
  readonly shown: string;
  /** Without its percent escapes (RFC 6901 section 6). */
  readonly fragment: string;
}

/** Reads a reference relative to the file it stands in (RFC 3986 section 5). */
export function readReference(reference: string, from: SourceDocument): ReferenceTarget {
  const hash = reference.indexOf("#");
  const address = hash === -1 ? reference : reference.slice(0, hash);
  const fragment = hash === -1 ? "" : decode(reference.slice(hash + 1));
  if (address === "") return { path: from.path, shown: from.shown, fragment };
  if (/^[a-z][a-z0-9+.-]+:/i.test(address) || address.startsWith("//")) {
    return { path: undefined, shown: address, fragment };
  }
  const file = decode(address);
  const folder = from.shown.replace(/[^\\/]*$/, "");
  return {
    path: resolve(dirname(from.path), file),
    shown: folder + file.replace(/^\.\//, ""),
    fragment,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Loads the document at `path` and every file that it refers to, however far.
 *
 * @throws {ProblemsError} if the first file can't be loaded.
 */
export async function loadSources(path: string, shown: string): Promise<Sources> {
  const entry = await loadSource(path, shown);
  const sources = new Map<string, SourceDocument | ProblemsError>([[entry.path, entry]]);
  const waiting = [entry];
  for (let source = waiting.pop(); source; source = waiting.pop()) {
    for (const reference of references(source.root)) {
      const target = readReference(reference, source);
      if (target.path === undefined || sources.has(target.path)) continue;
      const loaded = await loadSource(target.path, target.shown).catch((error: unknown) => {
        if (error instanceof ProblemsError) return error;
        throw error;
      });
      sources.set(target.path, loaded);
      if (!(loaded instanceof ProblemsError)) waiting.push(loaded);
    }
  }
  return sources;
}

async function loadSource(path: string, shown: string): Promise<SourceDocument> {
  return parseDocument(await readText(path, shown), path, shown);
}

/** Every `$ref` text; those in plain data are among them, which costs a look at a file at most. */
function references(root: unknown): Set<string> {
  const found = new Set<string>();
  const seen = new Set<object>();
  const waiting = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (value === null || typeof value !== "object" || seen.has(value)) continue;
    seen.add(value);
    if (isObject(value) && typeof value["$ref"] === "string") found.add(value["$ref"]);
    for (const inner of Object.values(value)) {
      if (typeof inner === "object" && inner !== null) waiting.push(inner);
    }
  }
  return found;
}
