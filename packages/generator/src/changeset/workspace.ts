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
  /** Whether it has a version of its own. */
  readonly isVersioned: boolean;
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
  const asked = typeof versions === "boolean" ? versions : get(versions, "version");
  const takesPrivate =
    asked === undefined ? await takesPrivateUnasked(dirname(path)) : asked === true;
  const ignored = getList(config, "ignore").filter((one) => typeof one === "string");
  const isIgnored = ignored.length > 0 ? picomatch([...ignored]) : () => false;
  return {
    folder: dirname(path),
    baseBranch: getString(config, "baseBranch") ?? "main",
    isReleased: ({ name, isPrivate, isVersioned }) =>
      isVersioned && (takesPrivate || !isPrivate) && !isIgnored(name),
  };
}

/**
 * Whether changesets releases private packages that the configuration says nothing of: up to version 2 it did. A changeset for
 * one that it leaves alone, and another package, would end its `version` with an error.
 */
async function takesPrivateUnasked(folder: string): Promise<boolean> {
  const manifest = findUp(folder, join("node_modules", "@changesets", "cli", "package.json"));
  if (manifest === undefined) return false;
  return Number.parseInt(getString(await readJson(manifest), "version") ?? "") < 3;
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
  const version = getString(found, "version");
  const isPrivate = get(found, "private") === true;
  return {
    name,
    version: version ?? "0.0.0",
    folder,
    isPrivate,
    isVersioned: version !== undefined,
  };
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
    // With the mark that editors of Windows begin files with, as npm takes it.
    const value: unknown = JSON.parse((await readFile(path, "utf8")).replace(/^\uFEFF/, ""));
    if (isObject(value)) return value;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw problem(shown, `This file can't be read as JSON: ${reason}.`, "Mend it.");
  }
  throw problem(shown, "This file holds no JSON object.", "Mend it.");
}

function problem(file: string, message: string, fix: string): ProblemsError {
  return new ProblemsError([{ severity: "error", location: { file }, message, fix }]);
}
