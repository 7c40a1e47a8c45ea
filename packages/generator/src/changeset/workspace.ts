import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import picomatch from "picomatch";
import { get, getList, getString, isObject } from "../load/data.js";
import { ProblemsError } from "../problem.js";

/** A package of the workspace. */
export interface Package {
  readonly name: string;
  readonly version: string;
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly isPrivate: boolean;
}

/** What the workspace has settled on for changesets. */
export interface Settings {
  /** Absolute path of `.changeset`. */
  readonly folder: string;
  /** The branch that work is merged into. */
  readonly baseBranch: string;
  /** Whether changesets raises the version of a package at all. */
  isReleased(one: Package): boolean;
}

/**
 * Reads the settings of changesets that hold for a folder: `.changeset/config.json` in it or above it.
 *
 * @param folder absolute path.
 * @throws {ProblemsError} if there are none, or they can't be read.
 */
export async function readSettings(folder: string): Promise<Settings> {
  const path = findUp(folder, join(".changeset", "config.json"));
  if (path === undefined) {
    const message = "There is no .changeset/config.json in this folder or above it.";
    throw problem(".changeset", message, 'Install @changesets/cli and run "changeset init".');
  }
  const config = await readJson(path);
  const versions = get(config, "privatePackages");
  const takesPrivate = versions !== false && get(versions, "version") !== false;
  const ignored = getList(config, "ignore").filter((one) => typeof one === "string");
  const isIgnored = ignored.length > 0 ? picomatch([...ignored]) : () => false;
  return {
    folder: dirname(path),
    baseBranch: getString(config, "baseBranch") ?? "main",
    isReleased: ({ name, isPrivate }) => (takesPrivate || !isPrivate) && !isIgnored(name),
  };
}

/**
 * The package that a file or folder belongs to: the nearest `package.json` above it that has a name.
 *
 * @param path absolute path.
 * @throws {ProblemsError} if one can't be read.
 */
export async function packageOf(path: string): Promise<Package | undefined> {
  const manifest = findUp(path, "package.json");
  if (manifest === undefined) return undefined;
  const found = await readJson(manifest);
  const folder = dirname(manifest);
  const name = getString(found, "name");
  if (name === undefined)
    return folder === dirname(folder) ? undefined : packageOf(dirname(folder));
  const version = getString(found, "version") ?? "0.0.0";
  return { name, version, folder, isPrivate: get(found, "private") === true };
}

function findUp(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const parent = dirname(folder);
  return parent === folder ? undefined : findUp(parent, name);
}

async function readJson(path: string): Promise<unknown> {
  const shown = relative(process.cwd(), path);
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    if (isObject(value)) return value;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw problem(shown, `This file can't be read as JSON: ${reason}`, "Mend it.");
  }
  throw problem(shown, "This file holds no JSON object.", "Mend it.");
}

function problem(file: string, message: string, fix: string): ProblemsError {
  return new ProblemsError([{ severity: "error", location: { file }, message, fix }]);
}
