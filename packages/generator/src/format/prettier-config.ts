import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { get, isObject } from "../load/data.js";

/**
 * The file with prettier's settings for `folder`: in it, or in the nearest folder above. Looked for by
 * hand, since asking prettier means loading it. It may be found where prettier then finds nothing to
 * hold; its own search decides.
 *
 * @param folder absolute path; it may not exist yet.
 * @see https://prettier.io/docs/configuration
 */
export async function findPrettierConfig(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    if (/^(\.prettierrc|prettier\.config)(\.|$)/.test(name)) return join(folder, name);
    if (/^package\.(json|yaml)$/.test(name) && (await hasSettings(join(folder, name)))) {
      return join(folder, name);
    }
  }
  const parent = dirname(folder);
  return parent === folder ? undefined : findPrettierConfig(parent);
}

async function hasSettings(packageFile: string): Promise<boolean> {
  const text = await readFile(packageFile, "utf8").catch(() => "");
  if (packageFile.endsWith(".yaml")) return /^prettier:/m.test(text);
  try {
    const content: unknown = JSON.parse(text);
    return isObject(content) && get(content, "prettier") !== undefined;
  } catch {
    return false;
  }
}
