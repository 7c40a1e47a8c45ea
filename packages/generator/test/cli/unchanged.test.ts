import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MANIFEST } from "../../src/model/manifest.js";
import { configuration, PETS } from "../support/pets.js";
import { runClientgen } from "../support/run-clientgen.js";
import { readTree, temporaryFolder } from "../support/temporary-folder.js";

const WARNED = PETS.replace(
  "paths:",
  "x-nothing: 1\npaths:\n  /odd: { get: { responses: { 99: {} } } }",
);

/** A client that is up to date, of a document with a warning. */
async function generated() {
  const folder = await temporaryFolder({
    "clientgen.config.json": configuration([{ spec: "spec/api.yaml", out: "src/out" }]),
    "spec/api.yaml": WARNED,
  });
  expect(await generate(folder)).toMatchObject({ code: 0, skipped: false });
  return folder;
}

async function generate(folder: string, ...args: readonly string[]) {
  const { code, stdout } = await runClientgen(folder, ["generate", ...args]);
  return { code, skipped: stdout.includes("Nothing has changed since the last run."), stdout };
}

describe("clientgen generate, when nothing has changed", () => {
  test("does nothing and says so, with the warnings of the run before", async () => {
    const folder = await generated();
    const before = await readTree(folder);
    const { code, skipped, stdout } = await generate(folder);
    expect([code, skipped]).toEqual([0, true]);
    expect(stdout).toMatch(/warning: spec\/api\.yaml:\d+:\d+ #/);
    expect(await readTree(folder)).toEqual(before);
  });

  test("prints the same JSON as a full run", async () => {
    const folder = await generated();
    const json = async (...args: readonly string[]) => {
      const { stdout } = await generate(folder, "--json", ...args);
      return { ...(JSON.parse(stdout) as object), ms: 0 };
    };
    const skipped = await json();
    expect(skipped).toEqual(await json("--force"));
    expect(Object.keys(skipped)).toEqual(["files", "operations", "schemas", "warnings", "ms"]);
  });

  test("sees the same from another folder, and on another machine", async () => {
    const folder = await generated();
    const elsewhere = await temporaryFolder(await readTree(folder));
    const { skipped, stdout } = await generate(join(elsewhere, "src"));
    expect(skipped).toBe(true);
    expect(stdout).toContain("warning: ../spec/api.yaml:");
    expect(await readFile(join(folder, "src/out", MANIFEST), "utf8")).not.toContain(folder);
  });

  test("does all of it where it is told to, and where it checks", async () => {
    const folder = await generated();
    expect(await generate(folder, "--force")).toMatchObject({ code: 0, skipped: false });
    expect(await generate(folder, "--check")).toMatchObject({ code: 0, skipped: false });
    await rm(join(folder, "src/out", MANIFEST));
    const { code, stdout } = await generate(folder, "--check");
    expect(code).toBe(1);
    expect(stdout).toContain(`missing   src/out/${MANIFEST}`);
  });
});
