import { execFile } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { delimiter, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { withoutTurbo } from "./serve-cache.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");
const run = promisify(execFile);

/** What is built: two packages, one of which needs the other, and what the commands of both stand in. */
const FILTER = "@plaid-partner/generator...";

/** What turbo says of a task. */
interface Task {
  readonly taskId: string;
  readonly cache: { readonly status: "HIT" | "MISS"; readonly source?: "LOCAL" | "REMOTE" };
}

/** A clean checkout of the repository, with its dependencies installed. */
export interface Checkout {
  readonly folder: string;
  /** Runs turbo, and gives what it did, by task, as `HIT REMOTE`; the text is what it said. */
  readonly turbo: (
    args: readonly string[],
    variables: Readonly<Record<string, string>>,
  ) => Promise<{ readonly tasks: Readonly<Record<string, string>>; readonly text: string }>;
  /** Takes away all that was built, and what turbo keeps. */
  readonly clean: () => Promise<unknown>;
}

/** Makes a repository of the files as they are now, committed or not, without those that git ignores. */
export async function makeRepository(folder: string): Promise<void> {
  const listed = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { stdout } = await git(ROOT, ...listed);
  await mkdir(folder);
  for (const path of stdout.split("\0")) {
    // One that was removed is still listed until that is committed.
    if (path === "" || !existsSync(join(ROOT, path))) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(ROOT, path), join(folder, path), { verbatimSymlinks: true });
  }
  await git(folder, "init", "--quiet");
  await git(folder, "add", "--all");
  const author = ["-c", "user.name=test", "-c", "user.email=test@localhost"];
  await git(folder, ...author, "commit", "--quiet", "--no-gpg-sign", "--message", "As it is");
}

/** Clones a repository, and installs what its two packages need, from the store that this one was installed from. */
export async function checkOut(repository: string, folder: string): Promise<Checkout> {
  await git(dirname(folder), "clone", "--quiet", repository, folder);
  const modules = await readFile(join(ROOT, "node_modules/.modules.yaml"), "utf8");
  const { storeDir } = JSON.parse(modules) as { storeDir: string };
  const how = ["--offline", "--frozen-lockfile", "--ignore-scripts", "--store-dir", storeDir];
  const what = ["--filter", "plaid-partner", "--filter", FILTER];
  await run("pnpm", ["install", ...how, ...what], {
    cwd: folder,
    env: environment({}),
    shell: process.platform === "win32",
  });
  return {
    folder,
    turbo: (args, variables) => runTurbo(folder, args, variables),
    clean: () => git(folder, "clean", "--quiet", "-dXff", "--exclude=!node_modules"),
  };
}

async function runTurbo(
  folder: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
) {
  const runs = join(folder, ".turbo/runs");
  await rm(runs, { recursive: true, force: true });
  const script = join(folder, "node_modules/turbo/bin/turbo");
  const { stdout, stderr } = await run(
    process.execPath,
    [script, "run", ...args, `--filter=${FILTER}`, "--summarize"],
    { cwd: folder, env: environment(variables) },
  );
  const [summary = ""] = globSync("*.json", { cwd: runs });
  const { tasks } = JSON.parse(await readFile(join(runs, summary), "utf8")) as { tasks: Task[] };
  const states = tasks.map(({ taskId, cache: { status, source } }) => [
    taskId.replace("@plaid-partner/", ""),
    [status, source ?? []].flat().join(" "),
  ]);
  return { tasks: Object.fromEntries(states) as Record<string, string>, text: stdout + stderr };
}

/** The hashes by which turbo knows results of tasks, or `not kept`; nothing runs. */
export async function taskHashes(
  folder: string,
  tasks: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const script = join(ROOT, "node_modules/turbo/bin/turbo");
  const { stdout } = await run(
    process.execPath,
    [script, "run", ...tasks, "--dry=json", "--cwd", folder],
    { cwd: folder, env: environment({}), maxBuffer: 100_000_000 },
  );
  const { tasks: planned } = JSON.parse(stdout) as { tasks: PlannedTask[] };
  const hashes = planned.map(({ taskId, hash, resolvedTaskDefinition }) => [
    taskId.replace("@plaid-partner/", ""),
    resolvedTaskDefinition.cache ? hash : "not kept",
  ]);
  return Object.fromEntries(hashes) as Record<string, string>;
}

interface PlannedTask {
  readonly taskId: string;
  readonly hash: string;
  readonly resolvedTaskDefinition: { readonly cache: boolean };
}

/** Commands of this checkout stand in for those that a script of a package would have installed. */
function environment(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const path = [join(ROOT, "node_modules/.bin"), process.env["PATH"]].join(delimiter);
  return {
    ...withoutTurbo(process.env),
    PATH: path,
    TURBO_TELEMETRY_DISABLED: "1",
    ...variables,
  };
}

function git(folder: string, ...args: string[]) {
  const env = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  return run("git", args, { cwd: folder, env: Object.fromEntries(env), maxBuffer: 100_000_000 });
}
