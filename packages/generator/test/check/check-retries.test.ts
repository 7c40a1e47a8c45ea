import { expect, test } from "vitest";
import { document, problemsOf } from "../support/stages.js";

const OK = "responses: { 204: { description: Done } }";

/** What is said of an operation with these marks, beside an idempotent one called `findIt`, without places. */
function said(marks: string, method = "post"): string[] {
  const paths = `paths: { /a: { ${method}: { operationId: makeIt, ${marks}, ${OK} } }, /b: { get: { operationId: findIt, ${OK} } } }\n`;
  return problemsOf(document(paths)).map((line) => line.replace(/^.*?#\/paths\/~1a\/\w+\//, ""));
}

test.each([
  "x-retry: false",
  "x-retry: {}",
  "x-retry: { retries: 0 }",
  "x-retry: { statuses: [400, 599], codes: [BUSY] }",
  "x-outcome-check: findIt",
])("takes %s", (mark) => {
  expect(said(mark)).toEqual([]);
});

test.each([
  [
    "x-retry: true",
    'x-retry: x-retry must be false or a map. Write "false", or a map of retries, statuses, codes.',
  ],
  [
    "x-retry: [503]",
    'x-retry: x-retry must be false or a map. Write "false", or a map of retries, statuses, codes.',
  ],
  [
    "x-retry: { status: [503] }",
    'x-retry/status: x-retry has no member "status". Did you mean statuses?',
  ],
  [
    "x-retry: { backoff: 3 }",
    'x-retry/backoff: x-retry has no member "backoff". Use one of retries, statuses, codes.',
  ],
  ...["-1", "1.5", "'3'"].map((value) => [
    `x-retry: { retries: ${value} }`,
    'x-retry/retries: retries in x-retry must be a whole number, 0 or more. Write "retries: 3".',
  ]),
  ...["503", "[200]", "[600]", "['503']", "[]"].map((value) => [
    `x-retry: { statuses: ${value} }`,
    'x-retry/statuses: statuses in x-retry must be a list of statuses from 400 to 599. Write "statuses: [409]".',
  ]),
  ...["BUSY", "[503]", "['']"].map((value) => [
    `x-retry: { codes: ${value} }`,
    `x-retry/codes: codes in x-retry must be a list of texts, the API's codes. Write "codes: [BUSY]".`,
  ]),
  [
    "x-outcome-check: findit",
    'x-outcome-check: x-outcome-check names no operation: "findit". Did you mean findIt?',
  ],
  [
    "x-outcome-check: other",
    'x-outcome-check: x-outcome-check names no operation: "other". Write the operationId of another operation.',
  ],
  [
    "x-outcome-check: makeIt",
    "x-outcome-check: x-outcome-check names the operation that it stands in. Write the operationId of another operation.",
  ],
  [
    "x-outcome-check: 5",
    "x-outcome-check: x-outcome-check must be a string. Write a text in quotes.",
  ],
])("tells what is wrong with %s", (mark, problem) => {
  expect(said(mark)).toEqual([problem]);
});

test("tells that nothing is to be looked up after what is sent again", () => {
  const problem =
    'x-outcome-check: x-outcome-check says nothing where an operation is idempotent: it is sent again. Remove it, or write "x-idempotent: false".';
  expect(said("x-outcome-check: findIt", "put")).toEqual([problem]);
  expect(said("x-idempotent: true, x-outcome-check: findIt")).toEqual([problem]);
  expect(said("x-idempotent: false, x-outcome-check: findIt", "put")).toEqual([]);
});

test("looks at the document's own mark, with its place", () => {
  expect(problemsOf(document("x-retry: { codes: 5 }\npaths: {}\n"))).toEqual([
    `api.yaml:4:19 #/x-retry/codes: codes in x-retry must be a list of texts, the API's codes. Write "codes: [BUSY]".`,
  ]);
});
