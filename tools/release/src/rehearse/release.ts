import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clone } from "../clone.ts";
import { publishedPackages, ROOT, type Published } from "../paths.ts";
import type { Registry } from "../registry/registry.ts";
import { checkTarball } from "../tarballs/check-tarball.ts";
import { readTarball, type Tarball } from "../tarballs/read-tarball.ts";
import { listedFiles, REPORT } from "../tarballs/report.ts";
import type { Stage } from "./stage.ts";

/** `@plaid-partner/runtime@0.2.0`, as tags and transcripts have it. */
export const idOf = ({ name, version }: Published) => `${name}@${version}`;

/** The packages of the clone, as a sentence has them. */
export const listed = (packages: readonly Published[]) =>
  packages.map((each) => `\`${idOf(each)}\``).join(", ");

/**
 * Writes a changeset that concerns every package.
 *
 * @param name What is rehearsed, in words.
 */
export async function addChangeset(
  { folder }: Clone,
  name: string,
  bump: "patch" | "minor",
): Promise<void> {
  const packages = publishedPackages(folder).map((each) => `"${each.name}": ${bump}\n`);
  const text = `---\n${packages.join("")}---\n\nRehearsed ${name}.\n`;
  await writeFile(join(folder, ".changeset", `${name.replaceAll(" ", "-")}.md`), text);
}

/** Makes sure that there is something to release, and that it is no pre-release, whatever the repository is at. */
export async function prepare(clone: Clone): Promise<void> {
  if (existsSync(join(clone.folder, ".changeset/pre.json"))) {
    await clone.succeed("changeset", "pre", "exit");
  }
  await addChangeset(clone, "the first release", "patch");
}

/** Turns changesets into versions, and commits them. */
export async function version(
  { clone, transcript }: Stage,
  ...args: readonly string[]
): Promise<readonly Published[]> {
  transcript.command(["pnpm version-packages", ...args].join(" "));
  await clone.succeed("pnpm", "version-packages", ...args);
  const packages = publishedPackages(clone.folder);
  transcript.saw(`Versions: ${listed(packages)}`);
  for (const each of packages) {
    const changelog = await readFile(join(clone.folder, each.folder, "CHANGELOG.md"), "utf8");
    assert.ok(changelog.includes(`\n## ${each.version}\n`), `${idOf(each)} in its changelog`);
  }
  return packages;
}

/** What people would type for {@link buildAndPack} and what follows. */
export const PUBLISH =
  "changeset publish-plan && changeset pack && changeset publish --from-pack-dir";

/** Builds, then packs what the registry does not have into a folder, as the workflow does. */
export async function buildAndPack({ base, clone }: Stage): Promise<string> {
  const packed = join(base, "packed");
  const plan = join(base, "publish-plan.json");
  await rm(packed, { recursive: true, force: true });
  await clone.succeed("turbo", "run", "build", "--filter=./packages/*");
  await clone.succeed("changeset", "publish-plan", "--output", plan);
  await clone.succeed("changeset", "pack", "--from-publish-plan", plan, "--out-dir", packed);
  return packed;
}

/** Has the registry each package in its version, under a tag? Are the git tags pushed that name them? */
export async function checkPublished(
  { registry, clone }: Stage,
  packages: readonly Published[],
  tag: string,
): Promise<void> {
  for (const { name, version } of packages) {
    const packument = await registry.packument(name);
    assert.equal(packument?.["dist-tags"][tag], version, `${name} under ${tag}`);
    assert.ok(packument.versions[version], `${name}@${version} in the registry`);
  }
  await clone.succeed("git", "push", "--quiet", "origin", "--tags");
  const tags = await clone.pushedTags();
  for (const each of packages) assert.ok(tags.includes(idOf(each)), `tag ${idOf(each)}`);
}

/**
 * Looks into the tarballs that the registry gives out: they have the files that are written down in the packages'
 * `api/tarball.md` and a changelog, and nothing that only the workspace understands.
 */
export async function checkTarballs(
  { base, registry }: Stage,
  packages: readonly Published[],
): Promise<readonly Tarball[]> {
  const tarballs: Tarball[] = [];
  for (const { name, version, folder } of packages) {
    const tarball = await readTarball(await download(base, registry, name, version));
    const written = listedFiles(await readFile(join(ROOT, folder, REPORT), "utf8"));
    assert.deepEqual(checkTarball(tarball), [], `the tarball of ${name}`);
    const wanted = [...new Set([...written, "CHANGELOG.md"])].sort();
    assert.deepEqual([...tarball.files], wanted, `the files of ${name}`);
    tarballs.push(tarball);
  }
  return tarballs;
}

async function download(
  base: string,
  registry: Registry,
  name: string,
  version: string,
): Promise<string> {
  const packument = await registry.packument(name);
  const url = packument?.versions[version]?.dist.tarball;
  assert.ok(url, `${name}@${version} has a tarball`);
  const response = await fetch(url);
  assert.ok(response.ok, `${url} answered ${response.status}`);
  const file = join(base, "downloaded.tgz");
  await writeFile(file, Buffer.from(await response.arrayBuffer()));
  return file;
}
