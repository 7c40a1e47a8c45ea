import { get, isObject, type JsonObject } from "../load/data.js";
import type { Problem } from "../problem.js";
import { digest } from "../digest.js";

/** The manifest's name in the output folder. */
export const MANIFEST = "clientgen.manifest.json";

const ABOUT = "Tells clientgen that nothing has changed. Made by it, like the files beside it.";

/** What a client was made from and by, what came of it, and what a run has to tell. All paths have `/`. */
export interface Manifest {
  /** What decides, besides the document's text, what is generated. */
  readonly made: JsonObject;
  /** The document's first file, relative to the output folder. */
  readonly document: string;
  /** Digests of the texts of all its files, by paths relative to the output folder. */
  readonly sources: Readonly<Record<string, string>>;
  /** Digests of the files in the output folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Digest of the README's blocks, where there is a README. */
  readonly readme?: string | undefined;
  readonly operations: number;
  readonly schemas: number;
  /** Files of the document as they lie from its first file, behind `./`. */
  readonly warnings: readonly Problem[];
}

/** The manifest as JSON, with a digest of its own at the end. */
export function printManifest(manifest: Manifest): string {
  const content = { about: ABOUT, ...manifest };
  return JSON.stringify({ ...content, digest: digest(JSON.stringify(content)) }, undefined, 2);
}

/**
 * Reads a manifest.
 *
 * @returns `undefined` if it is not, to the letter, what {@link printManifest} wrote: edited by hand, broken, or
 *   left by git with two versions in it.
 */
export function parseManifest(text: string | undefined): Manifest | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
  if (!isObject(content)) return undefined;
  const { digest: own, ...rest } = content;
  if (own !== digest(JSON.stringify(rest))) return undefined;
  const { about: _, ...manifest } = rest;
  return isManifest(manifest) ? manifest : undefined;
}

/** The digest is no secret: what has the right one may still be anything. */
function isManifest(value: JsonObject): value is JsonObject & Manifest {
  const { made, document, sources, files, operations, schemas, warnings } = value;
  return (
    isObject(made) &&
    typeof document === "string" &&
    [sources, files].every((all) => isObject(all) && Object.values(all).every(isString)) &&
    [operations, schemas].every(Number.isSafeInteger) &&
    Array.isArray(warnings) &&
    warnings.every(isProblem)
  );
}

function isProblem(value: unknown): boolean {
  const texts = [get(value, "message"), get(value, "fix"), get(get(value, "location"), "file")];
  return texts.every(isString);
}

function isString(value: unknown): boolean {
  return typeof value === "string";
}
