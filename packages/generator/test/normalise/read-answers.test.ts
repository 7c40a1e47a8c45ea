import { expect, test } from "vitest";
import { document, modelOf } from "../support/stages.js";

const JSON_BODY = "{ content: { application/json: { schema: { type: object } } } }";

function read(responses: string, method = "post") {
  const { model } = modelOf(
    document(`paths: { /a: { ${method}: { responses: { ${responses} } } } }\n`),
  );
  const { successes, failures } = model.operations[0]!;
  const shown = (answers: typeof successes) =>
    answers.map(({ status, content }) => (content ? `${status} ${content.mediaType}` : status));
  return [shown(successes), shown(failures)];
}

test.each([
  [`200: ${JSON_BODY}, 4XX: {}`, [["200 application/json"], ["4XX"]]],
  [`200: {}, default: ${JSON_BODY}`, [["200"], ["default application/json"]]],
  [`2XX: {}, default: {}`, [["2XX"], ["default"]]],
  [`default: ${JSON_BODY}`, [["default application/json"], ["default application/json"]]],
  [`404: {}, default: {}`, [["default"], ["404", "default"]]],
  ["404: {}", [[], ["404"]]],
])("{ %s }: a default alone is a success, too", (responses, answers) => {
  expect(read(responses)).toEqual(answers);
});

test.each([204, 205])("%s has no body, whatever is documented", (status) => {
  expect(read(`${status}: ${JSON_BODY}`)).toEqual([[String(status)], []]);
});

test("what HEAD is answered has none either", () => {
  expect(read(`200: ${JSON_BODY}, 400: ${JSON_BODY}`, "head")).toEqual([["200"], ["400"]]);
});
