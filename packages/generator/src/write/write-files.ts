import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { EmittedFile } from "../emit/emit-package.js";
import type { FileChange } from "./compare-files.js";

/**
 * Writes what changed. All new content is complete in a temporary folder beside the output before
 * the first file is moved into place; only then are files removed that are no longer made.
 */
export async function writeFiles(
  folder: string,
  files: readonly EmittedFile[],
  changes: readonly FileChange[],
): Promise<void> {
  const toWrite = new Set(
    changes
      .filter(({ change }) => change === "created" || change === "changed")
      .map(({ path }) => path),
  );
  const toRemove = changes.filter(({ change }) => change === "removed");
  if (toWrite.size === 0 && toRemove.length === 0) return;
  await mkdir(folder, { recursive: true });
  // Beside the output, so that moving a file is one step of the file system.
  const temporary = await mkdtemp(join(folder, ".clientgen-"));
  try {
    const selected = files.filter(({ path }) => toWrite.has(path));
    for (const { path, content } of selected) {
      await mkdir(dirname(join(temporary, path)), { recursive: true });
      await writeFile(join(temporary, path), content);
    }
    for (const { path } of selected) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await rename(join(temporary, path), join(folder, path));
    }
    for (const { path } of toRemove) await rm(join(folder, path), { force: true });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
