import { existsSync, statSync } from "node:fs";
import { cp, mkdir, rename } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { validRange } from "semver";
import { type Fetching, fetchTarball } from "./npm-pack.js";
import { type NpmPackage, readPackage } from "./npm-package.js";
import { chooseClient, findClient, type InstalledClient } from "./project.js";
import { refuse } from "./refuse.js";
import { unpackTarball } from "./unpack-tarball.js";

/** A version of the client to check against, in a folder of its own, and the one that the project has. */
export interface NewClient {
  readonly installed: InstalledClient;
  readonly next: NpmPackage;
  /** The folder that was named instead of a tarball: what the package needs may be installed there. */
  readonly source: string | undefined;
}

/**
 * Gets the version of the client that the user names.
 *
 * @param to the path of a tarball or of a package's folder, else a version or a dist-tag.
 * @param wanted the client's name, where the user gave it.
 * @throws {ProblemsError} if there is no such version, or the project does not depend on that package.
 */
export async function getNewClient(
  to: string,
  wanted: string | undefined,
  fetching: Fetching,
): Promise<NewClient> {
  const { project } = fetching;
  // A folder may be called as a version is: then ./1.0.0 means it.
  const isPath = validRange(to) === null && existsSync(to);
  if (!isPath && (/[/\\]/.test(to) || to.endsWith(".tgz"))) {
    refuse(to, "There is no such file.", "Check the path, or give a version.");
  }
  if (!isPath) {
    const installed = chooseClient(project, wanted);
    const tarball = await fetchTarball(installed.name, to, "--to", fetching);
    const next = await unpackPackage(tarball, `${installed.name}@${to}`, fetching.temporary);
    return { installed, next, source: undefined };
  }
  const next = await takePackage(to, fetching.temporary);
  if (wanted !== undefined && wanted !== next.name) {
    refuse(to, `This is the package ${next.name}, not ${wanted}.`, "Drop --package.");
  }
  const installed = findClient(project, next.name, to);
  return { installed, next, source: isFolder(to) ? resolve(to) : undefined };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Copies or unpacks a package that the user names to where code finds it by its name.
 *
 * @param path a tarball or a folder.
 * @param temporary the folder that gets a `node_modules`.
 * @throws {ProblemsError} if it is no package.
 */
export function takePackage(path: string, temporary: string): Promise<NpmPackage> {
  return isFolder(path) ? copyPackage(path, temporary) : unpackPackage(path, path, temporary);
}

/** As {@link takePackage}, for a tarball that has another name for the user. */
export async function unpackPackage(
  tarball: string,
  shown: string,
  temporary: string,
): Promise<NpmPackage> {
  // Its name stands in it.
  const unpacked = join(temporary, "unpacked", basename(tarball));
  await unpackTarball(tarball, shown, unpacked);
  const { name } = readPackage(unpacked, shown);
  const folder = placeOf(name, shown, temporary);
  await mkdir(dirname(folder), { recursive: true });
  await rename(unpacked, folder);
  return readPackage(folder, shown);
}

/** Copied, for what the folder has installed may be other versions than the project would get. */
async function copyPackage(source: string, temporary: string): Promise<NpmPackage> {
  const { name } = readPackage(source, source);
  const folder = placeOf(name, source, temporary);
  await cp(source, folder, {
    recursive: true,
    filter: (path) => !["node_modules", ".git"].includes(basename(path)),
  });
  return readPackage(folder, source);
}

/**
 * Where code finds a package by its name.
 *
 * @param shown what names it: a stranger may have written the name, and it becomes a path.
 * @throws {ProblemsError} if it is no name.
 */
export function placeOf(name: string, shown: string, temporary: string): string {
  if (/^(@[a-z\d~-][\w.~-]*\/)?[a-z\d~-][\w.~-]*$/i.test(name)) {
    return join(temporary, "node_modules", name);
  }
  return refuse(
    shown,
    `"${name}" is no name for an npm package.`,
    "Name a package as npm packs it.",
  );
}
