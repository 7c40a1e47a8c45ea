import { join } from "node:path";
import { expect, test } from "vitest";
import { createFormatter } from "../../src/emit/format.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("formats as the project does that the code is for", async () => {
  const folder = await temporaryFolder({
    ".prettierrc.json": '{ "semi": false, "singleQuote": true }',
  });
  const format = await createFormatter(join(folder, "src"));
  expect(await format('const a = "x";', "typescript")).toBe("const a = 'x'\n");
});

test("has settings of its own where the project has none", async () => {
  const format = await createFormatter(await temporaryFolder());
  expect(await format(`f(${"'argument', ".repeat(7)})`, "typescript")).toMatch(
    /^f\("argument".*\);\n$/,
  );
});
