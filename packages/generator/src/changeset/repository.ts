import { existsSync, realpathSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { readGitFile, runGit } from "../git.js";

/** What is asked of the git repository around a folder. Paths are relative to its root, with `/`. */
export interface Repository {
  /** The path of a file in the repository. */
  pathOf(file: string): string;
  /** The paths whose change is one of the file: its own, those of folders above it, which may be links, and where they lead. */
  pathsOf(file: string): readonly string[];
  /** The absolute path of what the repository calls `path`, below the folder as it was given. */
  fileOf(path: string): string;
  /** Whether older commits are missing from the clone. */
  isShallow(): Promise<boolean>;
  /** The commit that a name means; `undefined` where there is none. */
  commitOf(ref: string): Promise<string | undefined>;
  /** Where two commits part; `undefined` where the clone has no such commit. */
  mergeBase(one: string, other: string): Promise<string | undefined>;
  /** The newest commit after `base` that changed what `pattern` matches in a file's lines. */
  lastChange(base: string, path: string, pattern: string): Promise<string | undefined>;
  /** Every file that the work tree has otherwise than `commit`: changed, removed, and new though not yet added. */
  changedSince(commit: string): Promise<ReadonlySet<string>>;
  /** The text of a file of a commit; `undefined` where it has none. */
  read(commit: string, path: string): Promise<string | undefined>;
}

/** Bytes of one file. */
const MOST = 256 * 1024 * 1024;

/**
 * Opens the repository around a folder.
 *
 * @param folder absolute path.
 * @returns why there is none, where git is not installed or knows of no repository.
 */
export async function openRepository(folder: string): Promise<Repository | { why: string }> {
  let place: string;
  try {
    place = await git(folder, "rev-parse", "--show-cdup");
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === "ENOENT") return { why: "git is not installed" };
    // As git says it where it trusts a folder's owner not, or is broken.
    const said = stderr?.split("\n")[0]?.replace(/^fatal: /, "") ?? String(error);
    const isNone = /^not a git repository/i.test(said);
    return { why: isNone ? "this is no git repository" : `git says "${said}"` };
  }
  // Not --show-toplevel, which follows links that the paths of the work tree's files may not.
  const root = resolve(folder, place);
  const tried = (...args: string[]) => git(root, ...args).catch(() => undefined);
  const names = async (...args: string[]) =>
    (await git(root, ...args)).split("\0").filter((name) => name !== "");
  const changes = new Map<string, Promise<ReadonlySet<string>>>();
  const pathOf = (file: string) => relative(root, file).split(sep).join("/");
  return {
    pathOf,
    pathsOf(file) {
      const parts = pathOf(file).split("/");
      const above = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
      const end = existsSync(file) ? relative(realpathSync(root), realpathSync(file)) : "";
      return [...above, end.split(sep).join("/")];
    },
    fileOf: (path) => resolve(root, path),
    isShallow: async () => (await tried("rev-parse", "--is-shallow-repository")) === "true",
    commitOf: (ref) =>
      tried("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`),
    mergeBase: (one, other) => tried("merge-base", one, other),
    async lastChange(base, path, pattern) {
      const range = `${base}..HEAD`;
      const found = await tried("log", "-1", "--format=%H", `-G${pattern}`, range, "--", path);
      return found === "" ? undefined : found;
    },
    changedSince(commit) {
      const known = changes.get(commit);
      if (known) return known;
      const diff = ["diff", "--name-only", "--no-renames", "--no-relative", "--no-ext-diff", "-z"];
      const finding = Promise.all([
        names(...diff, commit, "--"),
        names("ls-files", "--others", "--exclude-standard", "-z"),
      ]).then((lists) => new Set(lists.flat()));
      changes.set(commit, finding);
      return finding;
    },
    read: (commit, path) =>
      readGitFile(root, commit, path, MOST).then(
        (bytes) => bytes?.toString(),
        () => undefined,
      ),
  };
}

async function git(folder: string, ...args: string[]): Promise<string> {
  return (await runGit(folder, args)).trimEnd();
}
