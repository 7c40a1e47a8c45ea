import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Without asking for more than the package, and without waiting long for a registry that is not there. */
const QUIETLY = [
  "--no-audit",
  "--no-fund",
  "--save-exact",
  "--fetch-retries=1",
  "--fetch-retry-mintimeout=1000",
  "--fetch-retry-maxtimeout=2000",
];

/** Where runtimes are kept, for all clones of the repository: they are large. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const caches = env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  return env["RUNTIMES_CACHE"] || join(caches, "plaid-partner-runtimes");
}

/**
 * Installs a package at an exact version, unless it is there.
 *
 * @param spec Such as `bun@1.4.5`.
 * @param limit Milliseconds.
 * @returns The folder with its `node_modules`.
 */
export async function install(cache: string, spec: string, limit: number): Promise<string> {
  const folder = join(cache, spec.replaceAll("/", "-"));
  if (existsSync(folder)) return folder;
  // Only what is complete gets the name.
  const making = `${folder}.${process.pid}`;
  await mkdir(making, { recursive: true });
  try {
    await writeFile(join(making, "package.json"), '{ "private": true }\n');
    await execute("npm", ["install", ...QUIETLY, spec], {
      cwd: making,
      shell: process.platform === "win32",
      timeout: limit,
    }).catch((cause: unknown) => {
      throw new Error(`npm can't install ${spec} now.`, { cause });
    });
    await rename(making, folder).catch((error: unknown) => {
      // Another run was first.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  return folder;
}
