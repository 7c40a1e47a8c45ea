import assert from "node:assert/strict";
import { appendFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Stage } from "./stage.ts";

/** Tries to release what must not be released. */
export async function refuse(stage: Stage): Promise<void> {
  const { clone, registry, transcript } = stage;
  transcript.step("Refuse what must not be released");
  const before = registry.accepted.length;

  await appendFile(join(clone.folder, "README.md"), "\nAnother line.\n");
  transcript.command("pnpm release");
  const dirty = await clone.run("pnpm", "release");
  assert.equal(dirty.status, 2);
  assert.match(dirty.stderr, /Commit or stash first:\n M README\.md/);
  transcript.saw("A file that is not committed: exit code 2, and its name");
  await clone.succeed("git", "checkout", "--quiet", "README.md");

  await rm(join(clone.folder, "packages/runtime/dist"), { recursive: true });
  await rm(join(clone.folder, "packages/customer-client/dist/index.js"));
  transcript.command("changeset pack");
  const manifest = join(clone.folder, "packages/runtime/package.json");
  const text = await clone.succeed("git", "show", "HEAD:packages/runtime/package.json");
  await writeFile(manifest, text.replace(/"version": "[^"]+"/, '"version": "99.0.0"'));
  const unbuilt = await clone.run("changeset", "pack", "--out-dir", join(stage.base, "unbuilt"));
  assert.notEqual(unbuilt.status, 0);
  assert.match(unbuilt.stdout + unbuilt.stderr, /prepack/);
  transcript.saw("A package that is not built: not packed");
  await clone.succeed("git", "checkout", "--quiet", ".");

  transcript.command("pnpm publish");
  const there = await clone.run(
    "pnpm",
    "--filter",
    "@plaid-partner/sandbox",
    "publish",
    "--no-git-checks",
  );
  const output = there.stdout + there.stderr;
  assert.equal(registry.accepted.length, before, output);
  transcript.saw("A version that is there already: the registry keeps what it has");
}
