import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { serveFiles } from "./serve-files.js";

/**
 * A registry on this machine with the given packages, that ends with the running test.
 *
 * @param packages tarballs by name and version.
 * @returns its address, and the paths that it was asked for.
 */
export async function serveRegistry(
  packages: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<{ readonly origin: string; readonly paths: () => string[] }> {
  const answers: Record<string, (response: { end: (body: string | Buffer) => void }) => void> = {};
  const { origin, asked } = await serveFiles(answers);
  for (const [name, tarballs] of Object.entries(packages)) {
    const versions: Record<string, object> = {};
    for (const [version, path] of Object.entries(tarballs)) {
      const address = `/${name}/-/${basename(path)}`;
      const content = await readFile(path);
      answers[address] = (response) => response.end(content);
      versions[version] = { name, version, dist: { tarball: `${origin}${address}` } };
    }
    const latest = Object.keys(versions).at(-1);
    const text = JSON.stringify({ name, versions, "dist-tags": { latest, next: latest } });
    answers[`/${name.replace("/", "%2f")}`] = (response) => response.end(text);
  }
  return { origin, paths: () => asked.map(({ path }) => path) };
}
