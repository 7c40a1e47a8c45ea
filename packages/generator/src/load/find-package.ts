import { dirname, join } from "node:path";
import { getString } from "./data.js";
import { readIfFile } from "./read-text.js";

/** The package that a folder belongs to. */
export interface FoundPackage {
  /** Absolute path of the folder with its `package.json`. */
  readonly folder: string;
  readonly name: string;
  readonly version: string | undefined;
}

/**
 * Finds the nearest `package.json`, from a folder upwards, that has a name.
 *
 * @param folder absolute path; it need not be there yet.
 * @returns `undefined` where there is none.
 */
export async function findPackage(folder: string): Promise<FoundPackage | undefined> {
  const content = parsePackage(await readIfFile(join(folder, "package.json")));
  const name = getString(content, "name");
  if (name) return { folder, name, version: getString(content, "version") };
  const parent = dirname(folder);
  return parent === folder ? undefined : findPackage(parent);
}

/** The content of a `package.json`; nothing where it is none. */
export function parsePackage(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
