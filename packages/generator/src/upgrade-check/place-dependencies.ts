import { mkdir, symlink } from "node:fs/promises";
import { dirname } from "node:path";
import { satisfies, validRange } from "semver";
import { type NewClient, placeOf, takePackage, unpackPackage } from "./new-client.js";
import { type Fetching, fetchTarball } from "./npm-pack.js";
import { findInstalled, type Need, needsOf, type NpmPackage } from "./npm-package.js";
import { refuse } from "./refuse.js";

/**
 * Puts what a new client needs beside it: the project's own packages where they are in the ranges, as a package
 * manager would keep them, else those of tarballs and of a registry. What is missing would be `any` to TypeScript,
 * and hide what breaks.
 *
 * @param tarballs packages that the user gives by file; they come first.
 * @returns the packages that the project has in no such version.
 * @throws {ProblemsError} if one of them is not to be had.
 */
export async function placeDependencies(
  client: NewClient,
  tarballs: readonly string[],
  fetching: Fetching,
): Promise<NpmPackage[]> {
  const { temporary } = fetching;
  const given = new Map<string, NpmPackage>();
  for (const tarball of tarballs) {
    const each = await takePackage(tarball, temporary);
    given.set(each.name, each);
  }
  const placed = new Map<string, NpmPackage>();
  const added: NpmPackage[] = [];
  const queue = [client.next];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const need of needsOf(next)) {
      const known = placed.get(need.name);
      if (known) {
        checkRange(known, need, next);
        continue;
      }
      const place = placeOf(need.name, next.name, temporary);
      const found = await find(need, next, client, given, fetching);
      if (found === undefined) continue;
      placed.set(need.name, found.package);
      if (found.isInstalled) await link(found.package, place);
      else {
        added.push(found.package);
        queue.push(found.package);
      }
    }
  }
  const unused = [...given.values()].find((each) => !added.includes(each));
  if (unused) refuse("--with", `Nothing needs ${unused.name}.`, "Drop it.");
  return added;
}

interface Found {
  readonly package: NpmPackage;
  /** Whether it stays where it is, with its own dependencies. */
  readonly isInstalled: boolean;
}

async function find(
  need: Need,
  by: NpmPackage,
  { installed, source }: NewClient,
  given: ReadonlyMap<string, NpmPackage>,
  fetching: Fetching,
): Promise<Found | undefined> {
  const { name, optional } = need;
  const beside = source === undefined ? undefined : findInstalled(name, source);
  const range = published(need.range, beside);
  const byFile = given.get(name);
  if (byFile) {
    checkRange(byFile, { ...need, range }, by);
    return { package: byFile, isInstalled: false };
  }
  // pnpm keeps what a package needs beside that package alone.
  const byBefore =
    by.name === installed.name ? installed : findInstalled(by.name, installed.folder);
  const had = [byBefore?.folder, installed.folder, fetching.project.folder].flatMap((folder) =>
    folder === undefined ? [] : [findInstalled(name, folder)],
  );
  for (const one of [...had, beside]) {
    if (one && fits(one, range)) return { package: one, isInstalled: true };
  }
  if (optional) return undefined;
  const wants = `${by.name} ${by.version} needs ${name} ${range}`;
  if (validRange(range) === null) {
    refuse(by.name, `${wants}, which is no range of versions.`, "Give it by file: --with TARBALL.");
  }
  const tarball = await fetchTarball(name, range, `--to: ${wants}`, fetching);
  const fetched = await unpackPackage(tarball, `${name}@${range}`, fetching.temporary);
  return { package: fetched, isInstalled: false };
}

/** What a workspace's own range becomes when the package is published. */
function published(range: string, beside: NpmPackage | undefined): string {
  if (!range.startsWith("workspace:")) return range;
  const rest = range.slice("workspace:".length);
  if (!["^", "~", "*"].includes(rest)) return rest;
  return beside === undefined ? "*" : `${rest === "*" ? "" : rest}${beside.version}`;
}

function fits({ version }: NpmPackage, range: string): boolean {
  return satisfies(version, range, { includePrerelease: range === "*" || range === "" });
}

function checkRange(found: NpmPackage, { name, range }: Need, by: NpmPackage): void {
  if (validRange(range) === null || fits(found, range)) return;
  const message = `${by.name} ${by.version} needs ${name} ${range}, and gets ${found.version}.`;
  refuse(by.name, message, "Give one that fits: --with TARBALL.");
}

async function link(found: NpmPackage, place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  await symlink(found.folder, place, "junction");
}
