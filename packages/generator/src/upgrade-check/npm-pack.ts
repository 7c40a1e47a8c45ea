import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { validRange } from "semver";
import { getString, getObject } from "../load/data.js";
import { oneLine } from "../one-line.js";
import type { Project } from "./project.js";
import { refuse } from "./refuse.js";

/** Where fetched packages go, and how a fetch is ended early. */
export interface Fetching {
  readonly project: Project;
  /** A folder for what is fetched. */
  readonly temporary: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * Fetches a package's tarball with `npm pack`, run where the project's `.npmrc` holds. Nothing is installed, and no
 * script runs.
 *
 * @param name the package's name.
 * @param version a version, a range or a dist-tag.
 * @param shown what asked for it, for the user.
 * @returns the tarball's path.
 * @throws {ProblemsError} if there is no such version, or npm fails.
 */
export async function fetchTarball(
  name: string,
  version: string,
  shown: string,
  { project, temporary, signal }: Fetching,
): Promise<string> {
  const isTag = /^[a-z][\w.-]*$/i.test(version);
  if (!/^(@[\w.~-]+\/)?[\w.~][\w.~-]*$/.test(name) || (!isTag && validRange(version) === null)) {
    const fix = "Give a version, a dist-tag, or the path of a tarball or of a package's folder.";
    refuse(shown, `"${name}@${version}" is nothing that npm can fetch.`, fix);
  }
  const folder = await mkdtemp(join(temporary, "fetched-"));
  const flags = ["--pack-destination", folder, "--json", "--ignore-scripts"];
  const { code, stdout, stderr } = await runNpm(
    ["pack", `${name}@${version}`, ...flags],
    configuredFolder(project.folder),
    signal,
  );
  const tarball = (await readdir(folder)).find((file) => file.endsWith(".tgz"));
  if (code === 0 && tarball !== undefined) return join(folder, tarball);
  const { kind, summary } = readFailure(stdout, stderr);
  if (kind === "E404" || kind === "ETARGET") {
    const fix = `See which there are: npm view ${name} versions dist-tags.`;
    refuse(shown, `The registry has no ${name}@${version}.`, fix);
  }
  const fix = "See whether npm pack works in the project, or give the path of a tarball.";
  return refuse(shown, `npm could not fetch ${name}@${version}: ${summary}`, fix);
}

/** The nearest folder with an `.npmrc`: that of a monorepo stands at its root, where npm would not look by itself. */
function configuredFolder(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".npmrc"))) return at;
    if (at === dirname(at)) return folder;
  }
}

interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function runNpm(
  args: readonly string[],
  cwd: string,
  signal: AbortSignal | undefined,
): Promise<Finished> {
  // On Windows npm is a script for its shell, which would take apart what has spaces, or means something to it.
  const shell = process.platform === "win32";
  const child = spawn("npm", shell ? args.map((arg) => `"${arg}"`) : args, {
    cwd,
    shell,
    stdio: ["ignore", "pipe", "pipe"],
    ...(signal === undefined ? {} : { signal }),
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("close", resolve).once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") reject(error);
      else resolve(null);
    });
  });
  return { code, stdout, stderr };
}

/** Of `--json` npm prints what went wrong, too; not every failure comes that far. */
function readFailure(stdout: string, stderr: string): { kind?: string; summary: string } {
  try {
    const error = getObject(JSON.parse(stdout), "error");
    const summary = getString(error, "summary");
    const kind = getString(error, "code");
    if (summary !== undefined) {
      return { summary: sentence(summary), ...(kind === undefined ? {} : { kind }) };
    }
  } catch {
    // The text below says it.
  }
  const said = stderr
    .split("\n")
    .filter((line) => line.startsWith("npm error"))
    .map((line) => line.replace(/^npm error\s*/, ""))
    .filter((line) => !line.startsWith("A complete log"));
  const kind = /^code (\S+)/.exec(said[0] ?? "")?.[1];
  const summary = said.slice(kind === undefined ? 0 : 1).join(" ") || "there is no npm to run.";
  return { summary: sentence(summary), ...(kind === undefined ? {} : { kind }) };
}

function sentence(text: string): string {
  const line = oneLine(text).trim().slice(0, 300);
  return line.endsWith(".") ? line : `${line}.`;
}
