import { execFileSync } from "node:child_process";
import { temporaryFolder, writeTree } from "./temporary-folder.js";

/** A repository in a new folder, with the given files in its first commit, which is tagged `v1`. */
export async function gitRepository(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder();
  const git = (...args: string[]) =>
    execFileSync("git", args, {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        // Nothing of the machine's own settings: those may sign, or run hooks.
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_AUTHOR_NAME: "Test",
        GIT_AUTHOR_EMAIL: "test@example.com",
        GIT_COMMITTER_NAME: "Test",
        GIT_COMMITTER_EMAIL: "test@example.com",
      },
    }).toString();
  /** Commits files. */
  const commit = async (changed: Readonly<Record<string, string>>) => {
    await writeTree(folder, changed);
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "-m", "A commit");
  };
  git("init", "--quiet", "--initial-branch", "main");
  await commit(files);
  git("tag", "v1");
  return { folder, git, commit };
}
