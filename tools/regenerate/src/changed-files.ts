import { execFileSync } from "node:child_process";
import type { Client } from "./clients.ts";

/** A file that is not as it was committed: git's two letters for it, and its path from the root. */
export interface ChangedFile {
  readonly status: string;
  readonly path: string;
}

/** What git has to say of a work tree, new files one by one. */
export function changedFiles(root: string): ChangedFile[] {
  const args = ["status", "--porcelain=v1", "--untracked-files=all", "--no-renames", "-z"];
  return execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 })
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => ({ status: line.slice(0, 2), path: line.slice(3) }));
}

/** Which of the changed files belong to a change of a document, and by what names git is told of them. */
export interface Commit {
  readonly own: readonly ChangedFile[];
  readonly others: readonly ChangedFile[];
  /** Files and folders for `git add`. */
  readonly paths: readonly string[];
}

/** Sorts what belongs to a change of a document from what somebody else has in work. */
export function sortFiles(files: readonly ChangedFile[], clients: readonly Client[]): Commit {
  const places = [
    "spec",
    "clientgen.config.json",
    ...clients.flatMap(({ folder, out, readme }) => [out, `${folder}/api`, readme ?? out]),
    ".changeset",
  ];
  const isIn = ({ path }: ChangedFile, place: string) =>
    path === place || path.startsWith(`${place}/`);
  const own = files.filter((file) => places.some((place) => isIn(file, place)));
  const paths = places.filter((place) => own.some((file) => isIn(file, place)));
  return {
    own,
    others: files.filter((file) => !own.includes(file)),
    paths: [...new Set(paths)],
  };
}
