import { join } from "node:path";
import { type EmittedFile, type FileChange, HEADER, sourceOf } from "../model/emitted-file.js";
import { MANIFEST, parseManifest } from "../model/manifest.js";
import { ProblemsError, type Problem } from "../problem.js";
import { readOutput } from "./read-output.js";

/**
 * Compares what was generated with what lies in `folder`. Files that were generated once and are no
 * longer are `removed`; files of other people are left out of it.
 *
 * @param folder absolute path of the output folder.
 * @param shown the same as the user wrote it.
 * @throws {ProblemsError} if a folder stands where a generated file belongs, or a file of somebody
 *   else's in a folder that holds nothing generated, or if files of another document's client would go.
 */
export async function compareFiles(
  folder: string,
  shown: string,
  files: readonly EmittedFile[],
): Promise<FileChange[]> {
  const present = await readOutput(folder, shown);
  const isOurs =
    parseManifest(present.get(MANIFEST)) !== undefined ||
    [...present.values()].some((content) => content?.startsWith(HEADER));
  const problems = files.flatMap(({ path }): Problem[] => {
    if (!present.has(path)) return [];
    const file = join(shown, path);
    if (present.get(path) === undefined) {
      return [inTheWay(file, "Something that is no file stands where a file has to be written.")];
    }
    return isOurs
      ? []
      : [inTheWay(file, "This file is in the way, and clientgen did not make it.")];
  });
  if (problems.length > 0) throw new ProblemsError(problems);
  const wanted = new Set(files.map(({ path }) => path));
  const other = [...present].find(
    ([path, content]) => !wanted.has(path) && isOfAnother(content, files),
  );
  if (other) throw new ProblemsError([taken(shown, sourceOf(other[1]))]);
  const removed = [...present]
    .filter(([path, content]) => !wanted.has(path) && content?.startsWith(HEADER))
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

function isOfAnother(content: string | undefined, files: readonly EmittedFile[]): boolean {
  const source = sourceOf(content);
  return source !== undefined && files.length > 0 && source !== sourceOf(files[0]?.content);
}

function taken(folder: string, source: string | undefined): Problem {
  return {
    severity: "error",
    location: { file: folder },
    message: `This folder holds a client of ${source}, and files of it would be removed.`,
    fix: "Delete the folder, or choose another with --out.",
  };
}

function inTheWay(file: string, message: string): Problem {
  const fix = "Move it, or choose another folder with --out.";
  return { severity: "error", location: { file }, message, fix };
}
