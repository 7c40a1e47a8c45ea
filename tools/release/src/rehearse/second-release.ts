import assert from "node:assert/strict";
import { MANAGERS, type Consumer } from "../consumer.ts";
import type { Published } from "../paths.ts";
import { checkCall, clientOf, type Market } from "./consumers.ts";
import { addChangeset, buildAndPack, checkPublished, version } from "./release.ts";
import type { Stage } from "./stage.ts";

const CLIENT = "@plaid-partner/customer-client";

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
  const packages = await version(stage);
  await clone.commit("Release again");
  const packed = await buildAndPack(stage);

  transcript.command("changeset publish --from-pack-dir");
  const before = registry.accepted.length;
  const publishing = clone.run("changeset", "publish", "--from-pack-dir", packed);
  await registry.nextAccepted();
  await registry.kill();
  const failed = await publishing;
  assert.equal(failed.status, 1, failed.stdout);
  const taken = registry.accepted.slice(before);
  assert.ok(taken.length > 0 && taken.length < packages.length, `${taken.length} were taken`);
  assert.ok(!taken.includes(CLIENT), "no client without its runtime");
  transcript.saw(
    "The registry's process was killed once it had taken the first package: exit code 1",
  );
  transcript.saw("Some packages are out; the client, which needs the others, is not");

  transcript.command("pnpm release");
  const down = await clone.run("pnpm", "release");
  assert.notEqual(down.status, 0);
  assert.equal(registry.accepted.length, before + taken.length);
  transcript.saw("With the registry still down: refused, nothing was done");

  await registry.restart();
  const recovered = await clone.succeed("pnpm", "release");
  assert.match(recovered, /published/);
  await checkPublished(stage, packages, "latest");
  transcript.saw("Started again, the same command published the rest; each package has its tag");
  const all = registry.accepted.slice(before).sort();
  assert.deepEqual(all, packages.map(({ name }) => name).sort());
  transcript.saw("Each package was taken exactly once");
  return packages;
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
