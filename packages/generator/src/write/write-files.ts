import { copyFile, mkdir, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { EmittedFile } from "../model/emitted-file.js";
import { ProblemsError } from "../problem.js";
import type { FileChange } from "./compare-files.js";

/** Takes back one step of a change to the disk. */
type Undo = () => Promise<unknown>;

/**
 * Writes what changed. All new content is complete in a temporary folder in the output before the
 * first file is moved into place; only then are files removed that are no longer made. If a step
 * fails, those before it are taken back.
 *
 * @param folder absolute path of the output folder.
 * @param shown the same as the user wrote it.
 * @throws {ProblemsError} if the disk does not take it.
 */
export async function writeFiles(
  folder: string,
  shown: string,
  files: readonly EmittedFile[],
  changes: readonly FileChange[],
): Promise<void> {
  const steps = changes.filter(({ change }) => change !== "unchanged");
  if (steps.length === 0) return;
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const undo: Undo[] = [];
  let temporary: string | undefined;
  try {
    undo.push(await makeFolder(folder));
    // In the output, so that moving a file is one step of the file system.
    temporary = await mkdtemp(join(folder, ".clientgen-"));
    for (const [index, { path }] of steps.entries()) {
      await writeFile(join(temporary, `${index}.new`), contents.get(path) ?? "");
    }
    const inOrder = [...steps.entries()].sort(([, a], [, b]) => isRemoved(a) - isRemoved(b));
    for (const [index, step] of inOrder) {
      await apply(step, join(folder, step.path), join(temporary, String(index)), undo);
    }
  } catch (error) {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
    throw new ProblemsError([cannotWrite(shown, error as NodeJS.ErrnoException)]);
  } finally {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
  }
}

function isRemoved({ change }: FileChange): number {
  return Number(change === "removed");
}

/** @param aside path of the new content, without its ending, and of the old while it may be needed. */
async function apply(
  { change }: FileChange,
  target: string,
  aside: string,
  undo: Undo[],
): Promise<void> {
  undo.push(await makeFolder(dirname(target)));
  if (change === "removed") {
    await rename(target, `${aside}.old`);
  } else {
    // A copy, so that at no moment there is no such file.
    if (change === "changed") await copyFile(target, `${aside}.old`);
    await rename(`${aside}.new`, target);
  }
  undo.push(() =>
    change === "created" ? rm(target, { force: true }) : rename(`${aside}.old`, target),
  );
}

async function makeFolder(path: string): Promise<Undo> {
  const first = await makeMissing(path);
  return async () => {
    if (first !== undefined) await rm(first, { recursive: true, force: true });
  };
}

/**
 * Makes a folder and those above it that are missing. Node's own recursive `mkdir` never ends where
 * a parent exists and yet refuses with ENOENT, as below /proc.
 *
 * @returns the topmost folder that was made, if one was.
 */
async function makeMissing(path: string): Promise<string | undefined> {
  try {
    await mkdir(path);
    return path;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && (await isFolder(path))) return undefined;
    const parent = dirname(path);
    if (code !== "ENOENT" || (await isFolder(parent))) throw error;
    const first = await makeMissing(parent);
    await mkdir(path);
    return first;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function cannotWrite(file: string, { code, message }: NodeJS.ErrnoException) {
  const isForbidden = code === "EACCES" || code === "EPERM" || code === "EROFS";
  return {
    severity: "error",
    location: { file },
    message: isForbidden
      ? "This folder may not be written to."
      : `The files can't be written (${code ?? message}); everything is as it was.`,
    fix: isForbidden
      ? "Give yourself write permission, or name another folder."
      : "Name another folder, or clear what is in the way.",
  } as const;
}
