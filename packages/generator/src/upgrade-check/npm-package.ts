import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { getEntries, getString, isObject, type JsonObject } from "../load/data.js";
import { refuse } from "./refuse.js";

/** A package on the disk. */
export interface NpmPackage {
  readonly name: string;
  readonly version: string;
  /** Absolute path without links in it. */
  readonly folder: string;
  readonly manifest: JsonObject;
}

/**
 * The package in a folder.
 *
 * @param shown the folder as the user knows it.
 * @throws {ProblemsError} if there is no `package.json` with a name and a version.
 */
export function readPackage(folder: string, shown: string): NpmPackage {
  const manifest = readManifest(folder, shown);
  const [name, version] = [getString(manifest, "name"), getString(manifest, "version")];
  if (name === undefined || version === undefined) {
    refuse(shown, "Its package.json has no name or no version.", "Name a package as npm packs it.");
  }
  return { name, version, folder: realpathSync(folder), manifest };
}

/**
 * The `package.json` in a folder.
 *
 * @throws {ProblemsError} if there is none, or it is no JSON object.
 */
export function readManifest(folder: string, shown: string): JsonObject {
  const path = join(folder, "package.json");
  if (!existsSync(path)) refuse(shown, "There is no package.json.", "Check the path.");
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  } catch {
    manifest = undefined;
  }
  if (isObject(manifest)) return manifest;
  return refuse(shown, "Its package.json is no JSON object.", "Mend the file.");
}

/** The package that code in `from` gets by a name: from the nearest `node_modules` that has it. */
export function findInstalled(name: string, from: string): NpmPackage | undefined {
  const folder = join(from, "node_modules", name);
  if (existsSync(join(folder, "package.json"))) return readPackage(folder, folder);
  const parent = dirname(from);
  return parent === from ? undefined : findInstalled(name, parent);
}

/** A package that another one needs. */
export interface Need {
  readonly name: string;
  readonly range: string;
  /** Whether all goes on without it: an optional dependency, or a peer that is. */
  readonly optional: boolean;
}

/** What a package needs beside itself when it is used. */
export function needsOf({ manifest }: NpmPackage): Need[] {
  const optionalPeers = new Set(
    getEntries(manifest, "peerDependenciesMeta")
      .filter(([, meta]) => isObject(meta) && meta["optional"] === true)
      .map(([name]) => name),
  );
  const needs = new Map<string, Need>();
  for (const kind of ["peerDependencies", "dependencies", "optionalDependencies"]) {
    for (const [name, range] of getEntries(manifest, kind)) {
      if (typeof range !== "string") continue;
      const optional =
        kind === "optionalDependencies" || (kind === "peerDependencies" && optionalPeers.has(name));
      needs.set(name, { name, range, optional });
    }
  }
  return [...needs.values()];
}
