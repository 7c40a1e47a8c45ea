import { execFileSync } from "node:child_process";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * Makes a repository with one commit on `main`, that goes when the running test is over.
 *
 * @param fill puts the files of the commit into the folder.
 * @returns its absolute path.
 */
export async function throwAwayRepository(
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "regenerate-")));
  onTestFinished(() => rm(folder, { recursive: true }));
  await fill(folder);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", ...args], {
      cwd: folder,
    });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--no-verify", "--no-gpg-sign", "--message", "Begin");
  return folder;
}
