import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PETS } from "../support/pets.js";
import { badCommandLines } from "../support/bad-command-lines.js";
import { badDocuments } from "../support/bad-documents.js";
import { runClientgen } from "../support/run-clientgen.js";
import { readTree, temporaryFolder } from "../support/temporary-folder.js";

describe("bad input ends with exit code 2 and nothing written", () => {
  test.each([...badDocuments, ...badCommandLines])("$name", async ({ files = {}, args, says }) => {
    const folder = await temporaryFolder();
    for (const [name, content] of Object.entries(files)) {
      if (name.includes("/")) await mkdir(join(folder, name, ".."), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    const before = await readTree(folder);
    const { code, stdout, problems } = await runClientgen(
      folder,
      args ?? ["generate", "api.yaml", "--out", "out"],
    );
    expect(problems).toEqual(says);
    expect([code, stdout]).toEqual([2, ""]);
    expect(await readTree(folder)).toEqual(before);
  });
});

test("leaves an earlier client as it was", async () => {
  const folder = await temporaryFolder({ "api.yaml": PETS });
  await runClientgen(folder, ["generate", "api.yaml", "--out", "out"]);
  await writeFile(join(folder, "api.yaml"), PETS.replace("schemas/Pet", "schemas/Nobody"));
  const before = await readTree(folder);
  expect((await runClientgen(folder, ["generate", "api.yaml", "--out", "out"])).code).toBe(2);
  expect(await readTree(folder)).toEqual(before);
});

test("tells programs what is wrong in JSON, too", async () => {
  const folder = await temporaryFolder({ "api.yaml": "openapi: 4.0.0" });
  const { code, stdout } = await runClientgen(folder, [
    "generate",
    "api.yaml",
    "--out",
    "o",
    "--json",
  ]);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({
    files: [],
    problems: [{ severity: "error", file: "api.yaml", line: 1, pointer: "/openapi" }],
  });
});

describe("programs get one JSON object of bad command lines, too", () => {
  const cases = badCommandLines.filter(({ args }) => args?.[0] === "generate");
  test.each(cases)("$name", async ({ files = {}, args = [], says }) => {
    const folder = await temporaryFolder(files);
    // First, where no option can take it for its value.
    const [command = "", ...others] = args;
    const { code, stdout, problems } = await runClientgen(folder, [command, "--json", ...others]);
    expect([code, problems]).toEqual([2, says]);
    const json = JSON.parse(stdout) as { problems: readonly object[]; ms: number };
    expect(json).toEqual({
      files: [],
      operations: 0,
      schemas: 0,
      warnings: [],
      problems: json.problems,
      ms: json.ms,
    });
    expect(json.problems).toHaveLength(says.length);
    for (const problem of json.problems) {
      expect(problem).toMatchObject({
        severity: "error",
        file: expect.any(String) as string,
        message: expect.any(String) as string,
        fix: expect.any(String) as string,
      });
    }
    expect(json.ms).toBeGreaterThanOrEqual(0);
  });
});

/** Nobody on most systems; root may write anywhere, so that somebody else has to try. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

test.skipIf(process.platform === "win32")(
  "refuses a folder that may not be written to",
  async ({ skip }) => {
    const folder = await temporaryFolder({ "api.yaml": PETS, "locked/x.txt": "" });
    await chmod(folder, 0o755);
    await chmod(join(folder, "locked"), 0o555);
    const options = isRoot ? { uid: NOBODY } : {};
    const help = await runClientgen(folder, ["--version"], options).catch(() => undefined);
    if (help?.code !== 0) skip("This user may not run what root has built.");
    for (const out of ["locked", "locked/deep"]) {
      const { code, problems } = await runClientgen(
        folder,
        ["generate", "api.yaml", "--out", out],
        options,
      );
      expect([code, problems]).toEqual([
        2,
        [
          `${out}: This folder may not be written to. Give yourself write permission, or name another folder.`,
        ],
      ]);
    }
    expect(Object.keys(await readTree(join(folder, "locked")))).toEqual(["x.txt"]);
  },
);
