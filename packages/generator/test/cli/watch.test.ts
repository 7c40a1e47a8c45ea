import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { PETS } from "../support/pets.js";
import { MAIN } from "../support/run-clientgen.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** Starts `clientgen generate --watch` and gathers what it prints. */
function watching(folder: string, ...args: readonly string[]) {
  const child = spawn(
    process.execPath,
    [MAIN, "generate", "pets.yaml", "--out", "out", "--watch", ...args],
    {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  const printed = { out: "", error: "" };
  child.stdout.on("data", (data: Buffer) => (printed.out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (printed.error += data.toString()));
  const ended = new Promise((resolve) => child.once("close", resolve));
  return { child, printed, ended };
}

const soon = { timeout: 30_000, interval: 50 };

test("generates again after an edit, lives through a mistake, ends on SIGINT", async () => {
  const folder = await temporaryFolder({
    "pets.yaml": PETS.replace("{ type: string, enum: [cat, dog] }", '{ $ref: "./kind.yaml" }'),
    "kind.yaml": "{ type: string, enum: [cat] }",
  });
  const { child, printed, ended } = watching(folder);
  const enums = () => readFile(join(folder, "out/enums.ts"), "utf8");
  await vi.waitFor(() => expect(printed.error).toContain("Watching. Press Ctrl-C to stop."), soon);
  expect(await enums()).not.toContain("dog");

  await writeFile(join(folder, "kind.yaml"), "{ type: string, enum: [cat, dog] }");
  await vi.waitFor(async () => expect(await enums()).toContain("dog"), soon);

  await writeFile(join(folder, "kind.yaml"), "{ type: string, enum: [");
  await vi.waitFor(() => expect(printed.error).toContain("kind.yaml:1:"), soon);
  expect(await enums()).toContain("dog");

  await writeFile(join(folder, "kind.yaml"), "{ type: string, enum: [cat, fish] }");
  await vi.waitFor(async () => expect(await enums()).toContain("fish"), soon);

  child.kill("SIGINT");
  expect(await ended).toBe(0);
});

test("prints nothing but JSON for programs", async () => {
  const folder = await temporaryFolder({ "pets.yaml": PETS });
  const { child, printed, ended } = watching(folder, "--json");
  await vi.waitFor(() => expect(printed.error).toContain("Watching."), soon);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(JSON.parse(printed.out)).toMatchObject({ operations: 3 });
});
