import { join } from "node:path";
import { expect, test } from "vitest";
import { Report } from "../../src/check/report.js";
import { createFormatter } from "../../src/format/create-formatter.js";
import { PETS } from "../support/pets.js";
import { runClientgen } from "../support/run-clientgen.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const PRETTIER = { ".prettierrc.json": '{ "semi": false, "singleQuote": true }' };

/** A statement of 99 characters, without its end. */
const LINE = `f(${"'argument', ".repeat(7)}'the ending')`;

test("formats as prettier is told to by the project that the code is for", async () => {
  const folder = await temporaryFolder(PRETTIER);
  const format = await createFormatter("auto", join(folder, "src"), new Report());
  expect(await format('const a = "x";', "typescript")).toBe("const a = 'x'\n");
});

test("has prettier where it is asked for, with lines of 100", async () => {
  const format = await createFormatter("prettier", await temporaryFolder(), new Report());
  expect(await format(LINE, "typescript")).toBe(`${LINE.replaceAll("'", '"')};\n`);
  expect(await format(LINE.replace("ending", "endings"), "typescript")).toMatch(/^f\(\n/);
});

test("has oxfmt where no configuration holds, with the same lines", async () => {
  const format = await createFormatter("auto", await temporaryFolder(), new Report());
  expect(await format(LINE, "typescript")).toBe(`${LINE.replaceAll("'", '"')};\n`);
  expect(await format(LINE.replace("ending", "endings"), "typescript")).toMatch(/^f\(\n/);
  expect(await format("| a | b |\n| --- | --- |\n| long | c |", "markdown")).toBe(
    "| a    | b   |\n| ---- | --- |\n| long | c   |\n",
  );
});

test("has oxfmt where it is asked for, whatever prettier is told", async () => {
  const folder = await temporaryFolder(PRETTIER);
  const format = await createFormatter("oxfmt", folder, new Report());
  expect(await format("const a = 'x'", "typescript")).toBe('const a = "x";\n');
});

test("leaves code as it is where it is told to", async () => {
  const format = await createFormatter("none", await temporaryFolder(PRETTIER), new Report());
  expect(await format("const  a = 'x'", "typescript")).toBe("const  a = 'x'");
});

test.each(["prettier", "oxfmt"] as const)("%s refuses what is no code", async (name) => {
  const format = await createFormatter(name, await temporaryFolder(), new Report());
  await expect(format("const = ;", "typescript")).rejects.toThrow(SyntaxError);
});

test.each(["{ semi: nonsense", '{ "printWidth": "wide" }'])(
  "says where prettier's settings are broken: %s",
  async (settings) => {
    const folder = await temporaryFolder({ ".prettierrc": settings });
    await expect(createFormatter("auto", folder, new Report())).rejects.toThrow(
      /Prettier's settings for this folder can't be used: .* Mend them, or use --format oxfmt\.$/,
    );
  },
);

/** What oxfmt takes for its program, so that it finds none. */
const WITHOUT_OXFMT = { env: { NAPI_RS_NATIVE_LIBRARY_PATH: "/nowhere/oxfmt.node" } };

test("prettier takes the place of an oxfmt without a program, with a warning", async () => {
  const folder = await temporaryFolder({ "api.yaml": PETS });
  const args = ["generate", "api.yaml", "--out", "out"];
  const { code, stdout } = await runClientgen(folder, args, WITHOUT_OXFMT);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /warning: clientgen: The formatter oxfmt has no program for this machine \(.+\)\. Prettier took its place; --format prettier says so for good\./,
  );
});

test("an oxfmt without a program ends a run that asks for it", async () => {
  const folder = await temporaryFolder({ "api.yaml": PETS });
  const args = ["generate", "api.yaml", "--out", "out", "--format", "oxfmt"];
  const { code, problems } = await runClientgen(folder, args, WITHOUT_OXFMT);
  expect(code).toBe(2);
  expect(problems).toEqual([
    expect.stringMatching(
      /^clientgen: The formatter oxfmt has no program for this machine \(.+\)\. Install again without "--omit=optional", or use --format prettier\.$/,
    ),
  ]);
});
