import { createHash } from "node:crypto";

/** A document of the collection. */
export interface DocumentFile {
  /** Path below the collection's `api` folder, with slashes. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** How many documents are taken for their size, and how many for their hash. */
const LARGEST = 20;
const SAMPLED = 300;

/**
 * The fixed list: the largest documents, then those whose path has the lowest SHA-256. Nobody picks
 * them, and a collection of the same version gives the same ones on every machine.
 */
export function chooseDocuments(
  files: readonly DocumentFile[],
  largest = LARGEST,
  sampled = SAMPLED,
): DocumentFile[] {
  const bySize = [...files].sort((a, b) => b.size - a.size || order(a.path, b.path));
  const byHash = bySize.slice(largest).sort((a, b) => order(sha256(a.path), sha256(b.path)));
  return [...bySize.slice(0, largest), ...byHash.slice(0, sampled)];
}

/** In hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
