import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/**
 * Runs git.
 *
 * @param folder absolute path of where it runs.
 * @param most how many bytes it may print.
 * @throws what `execFile` throws: with `code` `"ENOENT"` where git is not installed, else with what it says in `stderr`.
 */
export async function runGit(
  folder: string,
  args: readonly string[],
  most = 256 * 1024 * 1024,
): Promise<string> {
  const { stdout } = await execute("git", args, {
    cwd: folder,
    env: environment(),
    maxBuffer: most,
  });
  return stdout;
}

/**
 * Reads a file of a commit as a work tree of it would: links are followed, as far as they do not lead out of the commit.
 *
 * @param root absolute path of a folder of the repository.
 * @param commit a commit's hash.
 * @param path from the repository's root, with `/`.
 * @param most how many bytes it may have.
 * @returns `undefined` where the commit has no such file.
 * @throws as {@link runGit}, with `code` `"ERR_CHILD_PROCESS_STDIO_MAXBUFFER"` for a file that is too large.
 */
export async function readGitFile(
  root: string,
  commit: string,
  path: string,
  most: number,
): Promise<Buffer | undefined> {
  // A line for each object that is asked for.
  if (path.includes("\n")) return undefined;
  const running = execute("git", ["cat-file", "--batch", "--follow-symlinks"], {
    cwd: root,
    env: environment(),
    encoding: "buffer",
    maxBuffer: most + HEADER,
  });
  // Where git does not start, the promise says so.
  running.child.stdin?.on("error", () => undefined).end(`${commit}:${path}\n`);
  const { stdout } = await running;
  const end = stdout.indexOf("\n");
  const [, size] = /^[\da-f]+ blob (\d+)$/.exec(stdout.toString("latin1", 0, end)) ?? [];
  return size === undefined ? undefined : stdout.subarray(end + 1, end + 1 + Number(size));
}

/** More than the line that stands before a file, and the one that ends it. */
const HEADER = 200;

/** A hook of git names the repository to what it runs, and git then takes any folder below it for its root. */
function environment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _, ...others } = process.env;
  return others["GIT_WORK_TREE"] === undefined ? others : process.env;
}
