import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { get, isObject } from "../load/data.js";
import { sourceDigest } from "../digest.js";
import { readIfFile } from "../load/read-text.js";

/** Stands for settings that may change without their file: code, shared packages, plugins. */
export const UNKNOWN_SETTINGS = "unknown";

/**
 * The file with prettier's settings for `folder`: in it, or in the nearest folder above. Looked for by
 * hand, since asking prettier means loading it.
 *
 * @param folder absolute path; it may not exist yet.
 * @see https://prettier.io/docs/configuration
 */
export async function findPrettierConfig(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    const path = join(folder, name);
    if (/^(\.prettierrc|prettier\.config)(\.|$)/.test(name)) return path;
    if (isPackage(name) && (await readSettings(path)) !== undefined) return path;
  }
  const parent = dirname(folder);
  return parent === folder ? undefined : findPrettierConfig(parent);
}

/**
 * What tells one content of prettier's settings from another.
 *
 * @param path what {@link findPrettierConfig} found.
 */
export async function settingsOf(path: string | undefined): Promise<string> {
  if (path === undefined) return "none";
  const isCode = /\.[cm]?[jt]s$/.test(path);
  const text = (isCode ? undefined : await readSettings(path)) ?? UNKNOWN_SETTINGS;
  // A single word is the name of a package that has the settings.
  const isPlain = !/^\s*["']?[\w@./-]+["']?\s*$/.test(text) && !text.includes("plugins");
  return isPlain ? sourceDigest(text) : UNKNOWN_SETTINGS;
}

function isPackage(name: string): boolean {
  return name === "package.json" || name === "package.yaml";
}

/** The text of settings; of a package's file the part that holds them, where it has one. */
async function readSettings(path: string): Promise<string | undefined> {
  const text = (await readIfFile(path)) ?? "";
  if (!isPackage(basename(path))) return text;
  if (path.endsWith(".yaml")) return /^prettier:/m.test(text) ? text : undefined;
  try {
    const content: unknown = JSON.parse(text);
    return isObject(content) ? JSON.stringify(get(content, "prettier")) : undefined;
  } catch {
    return undefined;
  }
}
