import { expect, test } from "vitest";
import { document, modelOf } from "../support/stages.js";

const thing = "{ schema: { type: object } }";

/** Given a body's content, want the media types that callers choose from, the default first. */
test.each<[string, string, string[]]>([
  ["one", `application/json: ${thing}`, ["application/json"]],
  [
    "JSON before what stands first",
    `text/csv: {}, application/json: ${thing}`,
    ["application/json", "text/csv"],
  ],
  [
    "what stands first where there is no JSON",
    `multipart/form-data: ${thing}, image/*: {}`,
    ["multipart/form-data", "image/*"],
  ],
  [
    "the same JSON by other names",
    `application/json: ${thing}, text/json: ${thing}, "application/*+json": ${thing}`,
    ["application/json"],
  ],
  [
    "other JSON",
    `application/json: ${thing}, application/merge-patch+json: { schema: { type: array } }`,
    ["application/json", "application/merge-patch+json"],
  ],
  [
    "an object as plain text",
    `text/plain: ${thing}, application/json: ${thing}`,
    ["application/json"],
  ],
  [
    "an object as XML",
    `application/json: ${thing}, application/xml: ${thing}`,
    ["application/json", "application/xml"],
  ],
  ["what is no media type", `application/json: ${thing}, company: {}`, ["application/json"]],
  ["any type of an object", `"*/*": ${thing}`, ["application/json"]],
  ["any type of bytes", '"*/*": { schema: { type: string, format: binary } }', ["*/*"]],
])("%s", (_name, content, wanted) => {
  const { model } = modelOf(
    document(
      `paths: { /a: { post: { requestBody: { content: { ${content} } }, responses: { 200: { content: { ${content} } } } } } }`,
    ),
  );
  const [operation] = model.operations;
  for (const found of [operation?.body, operation?.successes[0]?.content]) {
    expect([found?.mediaType, ...(found?.others ?? []).map(({ mediaType }) => mediaType)]).toEqual(
      wanted,
    );
  }
});

test("schemas of media types that are not the default are reached, too", () => {
  const { model } = modelOf(
    document(
      `paths: { /a: { post: { requestBody: { content: { application/json: {}, multipart/form-data: { schema: { $ref: "#/components/schemas/A" } } } }, responses: {} } } }
components: { schemas: { A: { type: object }, B: { type: object } } }`,
    ),
    () => true,
  );
  expect([...model.schemas.keys()]).toEqual(["A"]);
});
