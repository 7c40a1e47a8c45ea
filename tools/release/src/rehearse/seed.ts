import { realpath } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readManifest, ROOT } from "../paths.ts";
import type { Registry } from "../registry/registry.ts";
import { plainEnvironment, succeed } from "../run.ts";

/**
 * Publishes what a package of the workspace depends on, from where it is installed, to a registry without an uplink: so a
 * rehearsal needs no other.
 */
export async function seedDependencies(folder: string, { npmrc }: Registry): Promise<void> {
  const env = { ...plainEnvironment(), NPM_CONFIG_USERCONFIG: npmrc };
  for (const dependency of await dependenciesOf(await realpath(join(ROOT, folder)))) {
    const settings = ["--ignore-scripts", "--no-provenance", "--tag", "latest"];
    await succeed("npm", ["publish", dependency, ...settings], { cwd: ROOT, env });
  }
}

/** The folders of the packages that one needs at run time, those of the workspace left out. */
async function dependenciesOf(folder: string, found = new Set<string>()): Promise<Set<string>> {
  for (const name of Object.keys(readManifest(folder).dependencies ?? {})) {
    if (name.startsWith("@plaid-partner/")) continue;
    const dependency = await installed(name, folder);
    if (found.has(dependency)) continue;
    found.add(dependency);
    await dependenciesOf(dependency, found);
  }
  return found;
}

/** Where Node finds a package, as seen from a folder. */
async function installed(name: string, from: string): Promise<string> {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(candidate)) return realpath(candidate);
  }
  throw new Error(`${name} is not installed for ${from}`);
}
