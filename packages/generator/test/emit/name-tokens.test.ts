import { expect, test } from "vitest";
import { NameTokens } from "../../src/emit/name-tokens.js";
import { emitted, schemas } from "../support/stages.js";

test("stands in for what is no plain name, and gives it back", () => {
  const names = new NameTokens();
  expect(["plain", "$id_2", "0", "42"].map((name) => names.add(name))).toEqual([
    "plain",
    "$id_2",
    "0",
    "42",
  ]);
  for (const name of ["100%", "a/b", "#/c", "", "é", "__proto__", "01", "name:0"]) {
    const token = names.add(name);
    expect([token, names.add(name), names.find(token)]).toEqual([token, token, name]);
    expect(token).toMatch(/^name:\d+$/);
  }
  expect(names.find("plain")).toBeUndefined();
});

test("lets names through that are no piece of a reference", async () => {
  const text = `Rates: { type: object, properties: { "100%": { type: number }, "a#/b": { type: string } } }
Full: { allOf: [{ $ref: "#/components/schemas/Rates" }], required: ["100%"] }
Text: { type: object, properties: { kind: { enum: ["name:0", "name:1"] } } }`;
  const file = (await emitted(schemas(text))).get("schemas.ts");
  expect(file).toContain('"100%"?: number');
  expect(file).toContain('"a#/b"?: string');
  expect(file).toMatch(/WithRequired<Rates, "100%">/);
  expect(file).toContain('"name:0" | "name:1"');
});
