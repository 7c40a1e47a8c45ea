import { lstat, readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { atMost } from "../at-most.js";
import { MANIFEST } from "../model/manifest.js";
import { ProblemsError, type Problem } from "../problem.js";

/** The folders of a client, relative to its output folder. Others may belong to another client. */
export const FOLDERS = ["", "operations/"];

/** How many files are read at once. */
const AT_ONCE = 32;

/**
 * Everything that stands where a generated file might: contents of files by their path in the output
 * folder, with `/`; `undefined` for what is no file.
 *
 * @param folder absolute path of the output folder.
 * @param shown the same as the user wrote it.
 * @throws {ProblemsError} if it can't be read, or a link in it leads out of it. One that is not there is empty.
 */
export async function readOutput(
  folder: string,
  shown: string,
): Promise<Map<string, string | undefined>> {
  const present = new Map<string, string | undefined>();
  for (const below of FOLDERS) {
    if (below !== "" && (await isLink(resolve(folder, below)))) {
      throw new ProblemsError([isElsewhere(join(shown, below))]);
    }
    try {
      const found = await readdir(join(folder, below), { withFileTypes: true });
      const ours = found.filter(({ name }) => name.endsWith(".ts") || below + name === MANIFEST);
      const run = atMost(AT_ONCE);
      const reading = ours.map(async (entry) => {
        const path = below + entry.name;
        const read = () => readFile(join(folder, path), "utf8");
        return [path, entry.isFile() ? await run(read) : undefined] as const;
      });
      for (const [path, content] of await Promise.all(reading)) present.set(path, content);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "ENOENT") throw new ProblemsError([cannotRead(join(shown, below), code)]);
    }
  }
  return present;
}

/** Who names a folder that is a link means where it leads; what lies in it may have come with somebody's commit. */
async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

function isElsewhere(file: string): Problem {
  return {
    severity: "error",
    location: { file },
    message: "This is a link, so that files would be written and removed elsewhere.",
    fix: "Remove it, or name another folder with --out.",
  };
}

function cannotRead(file: string, code: string | undefined): Problem {
  const isFile = code === "ENOTDIR";
  return {
    severity: "error",
    location: { file },
    message: isFile ? "This path leads through a file." : `This folder can't be read (${code}).`,
    fix: isFile ? "Name a folder with --out." : "Name another folder with --out.",
  };
}
