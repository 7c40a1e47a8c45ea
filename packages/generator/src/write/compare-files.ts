import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type EmittedFile, HEADER } from "../emit/emit-package.js";
import { ProblemsError } from "../problem.js";

/** What writing a file would do, or did. */
export interface FileChange {
  /** Path relative to the output folder, with `/`. */
  readonly path: string;
  readonly change: "created" | "changed" | "removed" | "unchanged";
}

/**
 * Compares what was generated with what lies in `folder`. Files that were generated once and are no
 * longer are `removed`; files of other people are left out of it.
 *
 * @throws {ProblemsError} if a file of somebody else's stands where a generated one belongs, in a
 *   folder that holds nothing generated.
 */
export async function compareFiles(
  folder: string,
  files: readonly EmittedFile[],
): Promise<FileChange[]> {
  const present = await readFolder(folder);
  const isOurs = [...present.values()].some((content) => content.startsWith(HEADER));
  const foreign = files.filter(({ path }) => present.has(path) && !isOurs);
  if (foreign.length > 0) {
    throw new ProblemsError(
      foreign.map(({ path }) => ({
        severity: "error",
        location: { file: join(folder, path) },
        message: "This file is in the way, and clientgen did not make it.",
        fix: "Move it, or choose another folder with --out.",
      })),
    );
  }
  const wanted = new Set(files.map(({ path }) => path));
  const removed = [...present]
    .filter(([path, content]) => !wanted.has(path) && content.startsWith(HEADER))
    .map(([path]) => ({ path, change: "removed" as const }));
  const others = files.map(({ path, content }) => ({
    path,
    change: !present.has(path)
      ? ("created" as const)
      : present.get(path) === content
        ? ("unchanged" as const)
        : ("changed" as const),
  }));
  return [...others, ...removed];
}

async function readFolder(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw new ProblemsError([
        {
          severity: "error",
          location: { file: folder },
          message: `The output folder can't be read (${error.code}).`,
          fix: "Name a folder with --out.",
        },
      ]);
    },
  );
  const contents = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith(".ts")) continue;
    const path = join(entry.parentPath, entry.name);
    const shown = relative(folder, path).replaceAll(sep, "/");
    contents.set(shown, await readFile(path, "utf8"));
  }
  return contents;
}
