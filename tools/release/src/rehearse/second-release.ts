import assert from "node:assert/strict";
import { join } from "node:path";
import { MANAGERS, type Consumer } from "../consumer.ts";
import { readManifest, type Published } from "../paths.ts";
import { checkCall, CLIENT, clientOf, type Market } from "./consumers.ts";
import { addChangeset, buildAndPack, checkPublished, PUBLISH, version } from "./release.ts";
import type { Stage } from "./stage.ts";

/** A consumer that stays with the release before until it is told to upgrade. */
export async function installBefore(
  { transcript }: Stage,
  { project, sandbox }: Market,
  packages: readonly Published[],
): Promise<Consumer> {
  const consumer = await project("upgrade", MANAGERS[0]);
  await consumer.add(CLIENT);
  await checkCall(consumer, sandbox, packages);
  transcript.saw(`A consumer stays with \`${clientOf(packages)}\` for what follows`);
  return consumer;
}

/** Releases once more, and kills the registry between two packages. */
export async function releaseThroughFailure(stage: Stage): Promise<readonly Published[]> {
  const { clone, registry, transcript } = stage;
  transcript.step("Release again, and lose the registry half-way");
  await addChangeset(clone, "the second release", "minor");
  const packages = await version(stage, "--packages-only");
  await clone.commit("Release again");
  transcript.command(PUBLISH);
  const packed = await buildAndPack(stage);
  const before = registry.accepted.length;
  const publishing = clone.run("changeset", "publish", "--from-pack-dir", packed);
  // Packages that need none of ours are published side by side, then those that need them. The registry is killed in
  // between: what it would make of a package that it is about to write is its own affair.
  const first = packages.filter(({ folder }) => !needsOurs(join(clone.folder, folder)));
  await registry.hasAccepted(before + first.length);
  await registry.kill();
  const failed = await publishing;
  assert.equal(failed.status, 1, failed.stdout);
  const taken = registry.accepted.slice(before).sort();
  assert.deepEqual(taken, first.map(({ name }) => name).sort());
  assert.ok(!taken.includes(CLIENT), "no client without its runtime");
  transcript.saw(
    `The registry was killed when it had taken ${taken.length} of ${packages.length}: exit code 1`,
  );
  transcript.saw("The client, which needs the runtime, is not out");
  transcript.command(PUBLISH);
  const down = await clone.run("changeset", "publish-plan");
  assert.notEqual(down.status, 0, "there is no plan without a registry");
  transcript.saw("With the registry still down: no plan, nothing was done");

  await registry.restart();
  transcript.command(PUBLISH);
  const rest = await buildAndPack(stage);
  await clone.succeed("changeset", "publish", "--from-pack-dir", rest);
  await checkPublished(stage, packages, "latest");
  transcript.saw("With the registry back: the rest was published, and each has its git tag");
  const all = registry.accepted.slice(before).sort();
  assert.deepEqual(all, packages.map(({ name }) => name).sort());
  transcript.saw("Each package was taken exactly once");
  return packages;
}

/** Does a package need others of the workspace? */
function needsOurs(folder: string): boolean {
  const names = Object.keys(readManifest(folder).dependencies ?? {});
  return names.some((name) => name.startsWith("@plaid-partner/"));
}

/** Takes a consumer from the release before to this one. */
export async function upgrade(
  { transcript }: Stage,
  { sandbox }: Market,
  consumer: Consumer,
  packages: readonly Published[],
): Promise<void> {
  transcript.step("Upgrade the consumer of the release before");
  transcript.command(`npm install ${CLIENT}@latest`);
  await consumer.add(`${CLIENT}@latest`);
  await checkCall(consumer, sandbox, packages);
  transcript.saw(
    `It has \`${clientOf(packages)}\` and the runtime that belongs to it, and still calls`,
  );
}
