import { cp, mkdir, readdir, symlink } from "node:fs/promises";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { ROOT } from "./paths.ts";
import { npmSettings, plainEnvironment, run, succeed, type Outcome } from "./run.ts";

/** A copy of the repository with a repository of its own as its origin, to release from. */
export interface Clone {
  readonly folder: string;
  /** Runs a program in it, with the tools of its `node_modules` and the registry of an `.npmrc`. */
  run(command: string, ...args: string[]): Promise<Outcome>;
  /** @throws Error When the program fails. */
  succeed(command: string, ...args: string[]): Promise<string>;
  /** Commits everything. */
  commit(message: string): Promise<void>;
  /** The tags that the origin has. */
  pushedTags(): Promise<readonly string[]>;
}

/**
 * Copies the repository as it is now: what is committed, and what was changed and added since, so that a change can be
 * rehearsed before it is committed. Its history is left behind.
 *
 * @param base A folder for the clone and its origin.
 * @param dependencies `link` takes those that are installed here, for a second's work; `install` installs by the
 *   lockfile, as CI does.
 * @param npmrc The `.npmrc` that names the registry to publish to.
 */
export async function makeClone(
  base: string,
  dependencies: "link" | "install",
  npmrc: string,
): Promise<Clone> {
  const folder = join(base, "clone");
  const origin = join(base, "origin.git");
  const env = plainEnvironment();
  env["PATH"] = [join(folder, "node_modules/.bin"), env["PATH"]].join(delimiter);
  env["NPM_CONFIG_USERCONFIG"] = npmrc;
  env["PNPM_CONFIG_CACHE_DIR"] = join(base, "pnpm-cache");
  // The lockfile was looked at when it was installed: with an empty cache, it would ask for the age of everything again.
  env["PNPM_CONFIG_MINIMUM_RELEASE_AGE"] = "0";
  // A new version would have it install before it runs anything, into what the root's `node_modules` shares.
  if (dependencies === "link") env["PNPM_CONFIG_VERIFY_DEPS_BEFORE_RUN"] = "false";
  const place = { cwd: folder, env };
  await copyFiles(folder);
  await succeed("git", ["init", "--quiet", "--bare", "--initial-branch=main", origin], {
    cwd: base,
    env,
  });
  await succeed("git", ["init", "--quiet", "--initial-branch=main"], place);
  await succeed("git", ["remote", "add", "origin", origin], place);
  if (dependencies === "link") await linkDependencies(folder);
  else await install(folder);

  const clone: Clone = {
    folder,
    run: (command, ...args) => run(command, args, place),
    succeed: (command, ...args) => succeed(command, args, place),
    async commit(message) {
      await clone.succeed("git", "add", "--all");
      await clone.succeed("git", "commit", "--quiet", "--no-verify", "-m", message);
      await clone.succeed("git", "push", "--quiet", "origin", "main");
    },
    async pushedTags() {
      const listing = await clone.succeed("git", "ls-remote", "--tags", "--refs", "origin");
      return listing
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => line.replace(/^.*refs\/tags\//, ""))
        .sort();
    },
  };
  await clone.commit("The repository as it is");
  return clone;
}

/** The paths of all files that are committed or would be, from the root. */
async function repositoryFiles(): Promise<readonly string[]> {
  const listing = await succeed(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    { cwd: ROOT },
  );
  return listing.split("\0").filter((path) => path !== "" && existsSync(join(ROOT, path)));
}

async function copyFiles(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const path of await repositoryFiles()) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(ROOT, path), join(folder, path), { verbatimSymlinks: true });
  }
}

/**
 * Every link among `node_modules` is relative: copied, packages lead to the clone's own, and everything else to the store
 * of packages in the root's `node_modules/.pnpm`, which is the one thing that both share and that nothing may write to.
 */
async function linkDependencies(folder: string): Promise<void> {
  const groups = await Promise.all(
    ["packages", "tools"].map(async (group) =>
      (await readdir(join(ROOT, group))).map((name) => join(group, name)),
    ),
  );
  for (const place of ["", "spec", ...groups.flat()]) {
    const source = join(ROOT, place, "node_modules");
    if (!existsSync(source) || !existsSync(join(folder, place))) continue;
    await cp(source, join(folder, place, "node_modules"), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !/[\\/]\.(pnpm|vite|vitest|cache)$/.test(path),
    });
  }
  await symlink(join(ROOT, "node_modules/.pnpm"), join(folder, "node_modules/.pnpm"), "junction");
}

/** From the registry that the package manager is configured with: the rehearsal's own has no part in it. */
async function install(folder: string): Promise<void> {
  await succeed("pnpm", ["install", "--frozen-lockfile", "--reporter=silent"], {
    cwd: folder,
    env: { ...plainEnvironment(), ...npmSettings() },
  });
}
