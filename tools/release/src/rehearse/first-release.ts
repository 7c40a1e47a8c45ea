import assert from "node:assert/strict";
import type { Published } from "../paths.ts";
import {
  buildAndPack,
  checkPublished,
  checkTarballs,
  listed,
  prepare,
  PUBLISH,
  version,
} from "./release.ts";
import { kilobytes } from "../tarballs/report.ts";
import type { Stage } from "./stage.ts";

/** Versions, builds, packs and publishes every package, as the workflow does it. */
export async function releaseFirst(stage: Stage): Promise<readonly Published[]> {
  const { clone, registry, transcript } = stage;
  transcript.step("Version, build, pack, publish");
  await prepare(clone);
  const packages = await version(stage);
  transcript.saw("Each changelog has an entry for it, of which GitHub's release is made");
  await clone.succeed("prettier", "--check", ".");
  transcript.saw(
    "Versions, changelogs, generated clients and reports are formatted as the lint step wants them",
  );
  await clone.commit("Release");
  transcript.command(PUBLISH);
  const packed = await buildAndPack(stage);
  await clone.succeed("changeset", "publish", "--from-pack-dir", packed);
  await checkPublished(stage, packages, "latest");
  transcript.saw("The registry has each as `latest`, and each has its git tag");
  const order = registry.accepted.filter((name) => packages.some((each) => each.name === name));
  const at = (name: string) => order.findIndex((each) => each.endsWith(`/${name}`));
  assert.ok(at("runtime") < at("customer-client"), "the runtime comes first");
  transcript.saw("The client came last, after the runtime that it depends on");
  return packages;
}

/** Looks into what the registry gives out. */
export async function inspectTarballs(stage: Stage, packages: readonly Published[]): Promise<void> {
  const { transcript } = stage;
  transcript.step("Look into the tarballs");
  const tarballs = await checkTarballs(stage, packages);
  for (const [index, { files, packed, unpacked }] of tarballs.entries()) {
    const sizes = `${kilobytes(packed)}, unpacked ${kilobytes(unpacked)}`;
    transcript.saw(`\`${packages[index]?.name}\`: ${files.length} files, ${sizes}`);
  }
  transcript.saw(
    "The files are those that `packages/*/api/tarball.md` lists, and a changelog each",
  );
  transcript.saw("No `workspace:`, `catalog:`, `link:` or `file:` is left in a package.json");
}

/** Publishes again what is there. */
export async function publishTwice(stage: Stage): Promise<void> {
  const { base, clone, registry, transcript } = stage;
  transcript.step("Publish again");
  const before = registry.accepted.length;
  const tags = await clone.pushedTags();
  transcript.command("pnpm release");
  const output = await clone.succeed("pnpm", "release");
  assert.match(output, /No unpublished projects to publish/);
  transcript.saw("Nothing to publish, exit code 0");
  transcript.command("changeset publish --from-pack-dir");
  const packed = await clone.run("changeset", "publish", "--from-pack-dir", `${base}/packed`);
  assert.equal(packed.status, 1);
  assert.match(packed.stdout, /already present/);
  transcript.saw(
    "The packed tarballs of before are refused by the registry: a version stays what it is",
  );
  assert.equal(registry.accepted.length, before);
  assert.deepEqual(await clone.pushedTags(), tags);
  transcript.saw("No package and no tag more than before");
}

/** Loses a tag, as a run that is stopped between publishing and tagging does. */
export async function loseTag(stage: Stage, packages: readonly Published[]): Promise<void> {
  const { clone, transcript } = stage;
  transcript.step("Lose a tag");
  const [lost] = packages;
  assert.ok(lost);
  const tag = listed([lost]).replaceAll("`", "");
  await clone.succeed("git", "tag", "--delete", tag);
  await clone.succeed("git", "push", "--quiet", "--delete", "origin", tag);
  assert.ok(!(await clone.pushedTags()).includes(tag));
  transcript.saw("A run stopped after publishing: a version is in the registry and has no tag");
  transcript.command("pnpm release");
  await clone.succeed("pnpm", "release");
  await checkPublished(stage, packages, "latest");
  transcript.saw("Nothing was published, and the tag is there");
}
