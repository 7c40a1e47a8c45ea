import { expect, test } from "vitest";
import { document, modelOf } from "../support/stages.js";

const OK = "responses: { 204: { description: Done } }";
const read = (marks: string, root = "") =>
  modelOf(document(`${root}paths: { /a: { get: { ${marks}${OK} } } }\n`));

test("an operation's own rules stand in place of the document's", () => {
  const all = "x-retry: { retries: 1, codes: [BUSY] }\n";
  const retry = (marks: string) => read(marks, all).model.operations[0]?.retry;
  expect(retry("")).toEqual({ retries: 1, statuses: [], codes: ["BUSY"] });
  expect(retry("x-retry: { statuses: [409, 409] }, ")).toEqual({
    retries: undefined,
    statuses: [409],
    codes: [],
  });
  expect(retry("x-retry: false, ")).toBe(false);
  expect(retry("x-retry: {}, ")).toBeUndefined();
});

test("codes that nobody could find are told", () => {
  const told =
    'The codes in x-retry are never found: no property is marked x-error-code. Write "x-error-code: true" at the property of the error body that holds the code.';
  expect(read("x-retry: { codes: [BUSY] }, ").warnings()).toEqual([
    `warning: api.yaml:4:32 #/paths/~1a/get/x-retry: ${told}`,
  ]);
  expect(read("", "x-retry: { codes: [BUSY] }\n").warnings()).toEqual([
    `warning: api.yaml:4:10 #/x-retry: ${told}`,
  ]);
  expect(read("x-retry: { statuses: [409] }, ").warnings()).toEqual([]);
});
