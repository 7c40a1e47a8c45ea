import { join } from "node:path";
import { expect, test } from "vitest";
import { describeRun, portablePath } from "../../src/manifest/describe-run.js";
import { GENERATOR_VERSION } from "../../src/versions.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const OXFMT = { name: "oxfmt", version: expect.stringMatching(/^\d+\.\d+\.\d+$/) };

test("tells versions, and options only where they are not at their default", async () => {
  const out = join(await temporaryFolder(), "out");
  const plain = { generator: GENERATOR_VERSION, formatter: OXFMT };
  expect(await describeRun({ spec: "a.yaml", out })).toEqual(plain);
  expect(await describeRun({ spec: "b.yaml", out, include: [], format: "auto" })).toEqual(plain);
  expect(await describeRun({ spec: "b.yaml", out, include: ["get*"], format: "none" })).toEqual({
    generator: GENERATOR_VERSION,
    formatter: { name: "none" },
    options: { include: ["get*"] },
  });
});

test("tells what the README depends on", async () => {
  const folder = await temporaryFolder({
    "package.json": '{ "name": "@pets/client" }',
    ".prettierrc": "semi: false",
  });
  const prettier = {
    name: "prettier",
    version: expect.stringMatching(/^3\./),
    settings: expect.stringMatching(/^[0-9a-f]{32}$/),
  };
  expect(
    await describeRun({
      spec: "a.yaml",
      out: join(folder, "src/out"),
      readme: join(folder, "README.md"),
    }),
  ).toEqual({
    generator: GENERATOR_VERSION,
    userAgent: "pets-client",
    formatter: prettier,
    readme: { path: "../../README.md", package: "@pets/client", formatter: prettier },
  });
});

test("tells no headers, which hold secrets", async () => {
  const options = { spec: "a.yaml", out: "out", headers: { authorization: "canary" } };
  expect(JSON.stringify(await describeRun(options))).not.toContain("canary");
});

test("paths have slashes, and addresses stay as they are", () => {
  expect(portablePath(join("/a", "b"), join("/a", "c", "d"))).toBe("../c/d");
  expect(portablePath("/a", "https://a.example/b.yaml")).toBe("https://a.example/b.yaml");
});
