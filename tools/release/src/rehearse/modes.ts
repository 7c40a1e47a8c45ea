import assert from "node:assert/strict";
import { MANAGERS } from "../consumer.ts";
import type { Published } from "../paths.ts";
import { checkCall, CLIENT, clientOf, type Market } from "./consumers.ts";
import { addChangeset, checkPublished, version } from "./release.ts";
import type { Stage } from "./stage.ts";

/** Publishes a snapshot, which is neither committed nor tagged and leaves `latest` alone. */
export async function releaseSnapshot(
  stage: Stage,
  market: Market,
  latest: readonly Published[],
): Promise<void> {
  const { clone, transcript } = stage;
  transcript.step("Publish a snapshot");
  await addChangeset(clone, "a snapshot", "minor");
  await clone.commit("Change something");
  const before = await clone.pushedTags();
  transcript.command("pnpm version-packages --packages-only --snapshot canary");
  await clone.succeed("pnpm", "version-packages", "--packages-only", "--snapshot", "canary");
  transcript.command("pnpm release --tag canary --no-git-tag");
  await clone.succeed("pnpm", "release", "--tag", "canary", "--no-git-tag");
  const tags = await distTags(stage, CLIENT);
  assert.match(tags["canary"] ?? "", /^\d+\.\d+\.\d+-canary-\d{14}$/);
  assert.deepEqual(await clone.pushedTags(), before);
  transcript.saw("`canary` names the next version with a date behind it; no git tag was made");
  await checkLatest(stage, latest);
  await installTagged(stage, market, "canary");
  // Snapshots are thrown away, the change that they show is not.
  await clone.succeed("git", "reset", "--quiet", "--hard");
  await clone.succeed("git", "clean", "--quiet", "-d", "--force");
}

/** Goes through a pre-release to the release that it was for. */
export async function releaseAfterPreRelease(
  stage: Stage,
  market: Market,
  latest: readonly Published[],
): Promise<void> {
  const { clone, transcript } = stage;
  transcript.step("Publish a pre-release, then the release");
  transcript.command("changeset pre enter next");
  await clone.succeed("changeset", "pre", "enter", "next");
  const early = await version(stage, "--packages-only");
  assert.ok(early.every((each) => each.version.endsWith("-next.0")));
  await clone.commit("Pre-release");
  transcript.command("pnpm release");
  await clone.succeed("pnpm", "release");
  await checkPublished(stage, early, "next");
  transcript.saw("The registry has each as `next`, and each has its git tag");
  await checkLatest(stage, latest);
  const consumer = await installTagged(stage, market, "next");

  transcript.command("changeset pre exit");
  await clone.succeed("changeset", "pre", "exit");
  const final = await version(stage, "--packages-only");
  assert.ok(final.every((each) => !each.version.includes("-")));
  await clone.commit("Release after the pre-release");
  transcript.command("pnpm release");
  await clone.succeed("pnpm", "release");
  await checkPublished(stage, final, "latest");
  await consumer.add(`${CLIENT}@latest`);
  await checkCall(consumer, market.sandbox, final);
  transcript.saw(
    `\`latest\` is \`${clientOf(final)}\`; the consumer of \`next\` upgraded to it, and calls`,
  );
}

async function distTags(
  { registry }: Stage,
  name: string,
): Promise<Readonly<Record<string, string>>> {
  const packument = await registry.packument(name);
  assert.ok(packument);
  return packument["dist-tags"];
}

async function checkLatest(stage: Stage, latest: readonly Published[]): Promise<void> {
  for (const { name, version } of latest) {
    assert.equal((await distTags(stage, name))["latest"], version);
  }
  stage.transcript.saw("`latest` is what it was");
}

/** A project that installs the client by a tag, and calls. */
async function installTagged(stage: Stage, { project, sandbox }: Market, tag: string) {
  const consumer = await project(tag, MANAGERS[0]);
  stage.transcript.command(`npm install ${CLIENT}@${tag}`);
  await consumer.add(`${CLIENT}@${tag}`);
  const names = [CLIENT, "@plaid-partner/runtime"];
  const packages = await Promise.all(
    names.map(async (name) => ({
      name,
      folder: "",
      version: (await distTags(stage, name))[tag] ?? "none",
    })),
  );
  await checkCall(consumer, sandbox, packages);
  stage.transcript.saw("Client and runtime are those of the tag, and call");
  return consumer;
}
