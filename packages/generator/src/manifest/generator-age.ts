import { readdir, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const CODE = fileURLToPath(new URL("..", import.meta.url));

/**
 * Whether the generator's own code is younger than a file. In a workspace where the generator itself is
 * worked on, it changes and its version does not; where it is installed, the version says it all.
 *
 * @param path absolute path of the file.
 */
export async function isGeneratorYounger(path: string): Promise<boolean> {
  if (CODE.split(sep).includes("node_modules")) return false;
  const { mtimeMs: written } = await stat(path);
  const entries = await readdir(CODE, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const ages = files.map(async ({ parentPath, name }) => stat(join(parentPath, name)));
  return (await Promise.all(ages)).some(({ mtimeMs }) => mtimeMs > written);
}
