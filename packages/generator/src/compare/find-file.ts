import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { readGitFile, runGit } from "../git.js";
import { decodeText } from "../load/decode-text.js";
import { isWeb, toAddress, toShown } from "../load/address.js";
import { LIMITS } from "../load/limits.js";
import { readBytes, tooLarge } from "../load/read-text.js";
import { oneLine } from "../one-line.js";
import { ProblemsError } from "../problem.js";

/** Where a version of a document is, and how its files are read. */
export interface FoundFile {
  /** Absolute path, or an https URL. */
  readonly address: string;
  readonly shown: string;
  /** The commit, as the user names it; absent for what is on the disk or in the web. */
  readonly ref?: string | undefined;
  /** Reads a file of a commit; absent for what is on the disk or in the web. */
  readonly readFile?: typeof readBytes | undefined;
  /** The names of what is in a folder where this file is: on the disk, or in the same commit. Of the web nothing is known. */
  readonly list: (folder: string) => Promise<readonly string[]>;
}

/**
 * Finds a version of a document by the name that the user gives it.
 *
 * @param named a file, a URL, or `REF:path`, as `git show` takes it (gitrevisions(7)): the path is relative to the
 *   repository's root, and to the working folder if it begins with a dot.
 * @throws {ProblemsError} if there is no such commit.
 */
export async function findFile(named: string): Promise<FoundFile> {
  const { ref, path } = splitRevision(named) ?? {};
  if (ref === undefined || path === undefined) {
    const list = (folder: string) => readdir(folder).catch(() => []);
    return { address: toAddress(named), shown: toShown(named), list };
  }
  const root = await git(named, "rev-parse", "--show-toplevel");
  const commit = await git(
    named,
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${ref}^{commit}`,
  );
  const address = resolve(/^\.{1,2}\//.test(path) ? "." : root, path);
  const pathOf = (file: string) => relative(root, file).split(sep).join("/");
  const list = async (folder: string) =>
    runGit(root, ["ls-tree", "-z", "--name-only", `${commit}:${pathOf(folder)}`]).then(
      (names) => names.split("\0").filter((name) => name !== ""),
      () => [],
    );
  const readFile: typeof readBytes = async (file, shown, most) => {
    try {
      const bytes = await readGitFile(root, commit, pathOf(file), LIMITS.bytes);
      if (bytes === undefined) {
        const fix = `See what there is: git ls-tree -r --name-only ${ref}.`;
        throw problem(shown, `The commit ${ref} has no such file.`, fix);
      }
      if (bytes.length < most) return bytes;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") throw error;
    }
    throw problem(shown, ...tooLarge("more"));
  };
  return { address, shown: named, ref, readFile, list };
}

/** The parts of `REF:path`; `undefined` for what is a file, a URL or a drive of Windows. */
function splitRevision(named: string): { ref: string; path: string } | undefined {
  if (isWeb(named) || /^file:/i.test(named) || existsSync(named)) return undefined;
  const [, ref, path] = /^([^:]{2,}):(.+)$/s.exec(named) ?? [];
  return ref === undefined || path === undefined ? undefined : { ref, path };
}

async function git(named: string, ...args: string[]): Promise<string> {
  try {
    return (await runGit(process.cwd(), args)).trimEnd();
  } catch (error) {
    const { code, stderr = "" } = error as { code?: unknown; stderr?: string };
    if (code === "ENOENT") {
      throw problem(named, "A commit's files can't be read without git.", "Install git.");
    }
    // As where it does not trust the folder's owner, or its configuration is broken.
    const said = oneLine(stderr.split("\n")[0] ?? "").replace(/^fatal: /, "");
    if (said !== "" && !/^not a git repository/i.test(said)) {
      const message = `A commit's files can't be read: git says "${said}".`;
      throw problem(named, message, "Mend that, or name files.");
    }
    const isShallow = await isShallowClone();
    throw problem(
      named,
      `This is neither a file nor REF:path in ${isShallow ? "this shallow clone" : "a git repository"}.`,
      isShallow
        ? 'Fetch the history: "git fetch --unshallow", in a workflow fetch-depth: 0.'
        : "Check the path, or the name of the commit, branch or tag.",
    );
  }
}

async function isShallowClone(): Promise<boolean> {
  return runGit(process.cwd(), ["rev-parse", "--is-shallow-repository"]).then(
    (said) => said.trim() === "true",
    () => false,
  );
}

function problem(file: string, message: string, fix: string): ProblemsError {
  return new ProblemsError([{ severity: "error", location: { file }, message, fix }]);
}

/** Whether there is a file or folder where a document is: on the disk, or in the same commit. */
export async function isBeside(found: FoundFile, address: string): Promise<boolean> {
  return (await found.list(dirname(address))).includes(basename(address));
}

/**
 * Reads a file that belongs to a version of a document, such as the report of its client's exports.
 *
 * @param address absolute path, where {@link isBeside} says that there is one.
 * @param shown what the user calls it.
 * @throws {ProblemsError} if it can't be read.
 */
export async function readBeside(
  found: FoundFile,
  address: string,
  shown: string,
): Promise<string> {
  const read = found.readFile ?? readBytes;
  return decodeText(await read(address, shown, LIMITS.bytes), shown);
}
