import { copyFile, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { atMost } from "../at-most.js";
import type { EmittedFile, FileChange } from "../model/emitted-file.js";
import { ProblemsError } from "../problem.js";

/** What is to be written into one folder. */
export interface Output {
  /** Absolute path of the output folder. */
  readonly folder: string;
  /** The same as the user wrote it. */
  readonly shown: string;
  readonly files: readonly EmittedFile[];
  readonly changes: readonly FileChange[];
}

/** Takes back one step of a change to the disk. */
type Undo = () => Promise<unknown>;

/** A change with all that it needs in place. */
interface Step {
  readonly change: FileChange["change"];
  readonly target: string;
  /** Path of the new content, without its ending, and of the old while it may be needed. */
  readonly aside: string;
  readonly shown: string;
}

/** How many files are open at once; many small ones take half the time so. */
const AT_ONCE = 32;

/** How the names of temporary folders begin. */
const TEMPORARY = ".clientgen-";

const AN_HOUR = 3_600_000;

/**
 * Writes what changed, in all outputs as one step. All new content is complete in temporary folders
 * before the first file is moved into place; only then are files removed that are no longer made. If
 * something fails, everything before it is taken back.
 *
 * @throws {ProblemsError} if the disk does not take it.
 */
export async function writeFiles(outputs: readonly Output[]): Promise<void> {
  const undo: Undo[] = [];
  const temporaries: string[] = [];
  let { shown } = outputs[0] ?? { shown: "" };
  try {
    const steps: Step[] = [];
    for (const output of outputs) {
      shown = output.shown;
      steps.push(...(await prepare(output, temporaries, undo)));
    }
    for (const step of [...steps].sort((a, b) => isRemoved(a) - isRemoved(b))) {
      shown = step.shown;
      await apply(step, undo);
    }
  } catch (error) {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
    throw new ProblemsError([cannotWrite(shown, error as NodeJS.ErrnoException)]);
  } finally {
    for (const folder of temporaries) await rm(folder, { recursive: true, force: true });
  }
}

function isRemoved({ change }: FileChange | Step): number {
  return Number(change === "removed");
}

/** Makes the folders, and in a temporary one the new content. */
async function prepare(
  { folder, shown, files, changes }: Output,
  temporaries: string[],
  undo: Undo[],
): Promise<Step[]> {
  const changed = changes.filter(({ change }) => change !== "unchanged");
  if (changed.length === 0) return [];
  undo.push(await makeFolder(folder));
  await removeAbandoned(folder);
  // In the output, so that moving a file is one step of the file system.
  const temporary = await mkdtemp(join(folder, TEMPORARY));
  temporaries.push(temporary);
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const steps = changed.map(({ path, change }, index) => ({
    change,
    content: contents.get(path) ?? "",
    target: join(folder, path),
    aside: join(temporary, String(index)),
    shown,
  }));
  const targets = steps.filter((step) => !isRemoved(step)).map(({ target }) => dirname(target));
  for (const target of new Set(targets)) undo.push(await makeFolder(target));
  const run = atMost(AT_ONCE);
  const writing = steps
    .filter((step) => !isRemoved(step))
    .map(({ aside, content }) => run(() => writeFile(`${aside}.new`, content)));
  // None may go on writing while the folder is taken away again.
  const failed = (await Promise.allSettled(writing)).find(isRejected);
  if (failed) throw failed.reason;
  return steps;
}

/** What a run that was killed has left behind; another one may be at work beside this one. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.name.startsWith(TEMPORARY) || !entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    const made = await stat(path).catch(() => undefined);
    if (made === undefined || Date.now() - made.mtimeMs < AN_HOUR) continue;
    await rm(path, { recursive: true, force: true });
  }
}

function isRejected(result: PromiseSettledResult<void>): result is PromiseRejectedResult {
  return result.status === "rejected";
}

async function apply({ change, target, aside }: Step, undo: Undo[]): Promise<void> {
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
