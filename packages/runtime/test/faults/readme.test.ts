import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { faults } from "./table/faults.js";
import { tableText } from "./table-text.js";

const file = new URL("../../README.md", import.meta.url);
const place = /(?<=<!-- faults:begin -->\n\n)[^]*?(?=\n\n<!-- faults:end -->)/;

test("the table in the README is that of the tests", () => {
  const readme = readFileSync(file, "utf8");
  const table = tableText(Object.values(faults).flat());
  expect(readme).toMatch(place);
  if (process.env["UPDATE_GOLDENS"])
    writeFileSync(
      file,
      readme.replace(place, () => table),
    );
  expect(readFileSync(file, "utf8").match(place)?.[0], "UPDATE_GOLDENS=1 writes it").toBe(table);
});
