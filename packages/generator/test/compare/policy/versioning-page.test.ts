import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kindTable, ruleTable } from "./policy-text.js";

const file = new URL("../../../../../docs/versioning.md", import.meta.url);

test.each([
  ["rules of the wire", "wire", () => ruleTable("wire")],
  ["rules of the types", "types", () => ruleTable("types")],
  ["rules of the API reports", "api", () => ruleTable("api")],
  ["changes that the judges dispute", "kinds", kindTable],
])("the page has the %s as they are", async (_, name, make) => {
  const place = new RegExp(`(?<=<!-- ${name}:begin -->\n\n)[^]*?(?=\n\n<!-- ${name}:end -->)`);
  const page = readFileSync(file, "utf8");
  const text = await make();
  expect(page).toMatch(place);
  if (process.env["UPDATE_GOLDENS"])
    writeFileSync(
      file,
      page.replace(place, () => text),
    );
  expect(readFileSync(file, "utf8").match(place)?.[0], "UPDATE_GOLDENS=1 writes it").toBe(text);
});
