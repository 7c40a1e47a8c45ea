import { expect, test } from "vitest";
import { isRefusedRightly } from "../src/refusal.ts";

const document = {
  components: {
    schemas: {
      Good: { $ref: "#/components/schemas/Lost" },
      Lost: { type: "object" },
      Bad: { $ref: "#/components/schemas/Gone" },
      Far: { $ref: "other.json#/Thing" },
      "a/b": { $ref: "#/components/schemas/No~1where" },
    },
  },
};
const problem = (pointer: string) => ({ pointer, message: "It leads nowhere." });
const at = (name: string) => problem(`/components/schemas/${name}/$ref`);

test.each([
  ["a reference that leads nowhere", [at("Bad")], true],
  ["one out of the document", [at("Far")], true],
  ["escaped names", [at("a~1b")], true],
  ["a reference that resolves", [at("Good")], false],
  ["one right and one wrong reason", [at("Bad"), at("Good")], false],
  ["another reason", [problem("/components/schemas/Bad")], false],
  ["no place", [{ pointer: undefined, message: "No." }], false],
  ["no reason", [], false],
])("%s", (_name, problems, right) => {
  expect(isRefusedRightly(document, problems)).toBe(right);
});
