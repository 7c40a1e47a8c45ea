import { expect, test } from "vitest";
import type { ErrorDefinition } from "../../src/definition.js";
import { findRequestId } from "../../src/parse/find-request-id.js";
import { callState } from "../support/call-state.js";

/** The id in an answer of an API with these rules. */
function find(errors: ErrorDefinition, headers: Record<string, string>, body: unknown) {
  return findRequestId(callState({ api: { errors } }), new Response(null, { headers }), body);
}

const rules: ErrorDefinition = { requestId: ["request_id"], requestIdHeader: "X-Request-Id" };

test.each([
  ["the header first", { "x-request-id": "h" }, { request_id: "b" }, "h"],
  ["else the body", {}, { request_id: "b" }, "b"],
  ["not what is no text", {}, { request_id: 1 }, undefined],
  ["not what looks like no id", {}, { request_id: "two words" }, undefined],
  ["not what is too long", {}, { request_id: "x".repeat(129) }, undefined],
  ["what is just short enough", {}, { request_id: "x".repeat(128) }, "x".repeat(128)],
  ["not what has characters that are no ASCII", {}, { request_id: "r\u00e9" }, undefined],
  ["not what is empty", {}, { request_id: "" }, undefined],
  ["nothing in nothing", {}, null, undefined],
  ["nothing in text", {}, "request_id", undefined],
])("%s", (_, headers, body, expected) => {
  expect(find(rules, headers as Record<string, string>, body)).toBe(expected);
});

test("finds nothing where the API has none", () => {
  expect(find({}, { "x-request-id": "h" }, { request_id: "b" })).toBeUndefined();
});

test.each([
  [{ error: { id: "b" } }, "b"],
  [{ error: [] }, undefined],
  [{ error: "id" }, undefined],
  [{ error: null }, undefined],
  [{ id: "b" }, undefined],
  [Object.create({ error: { id: "b" } }), undefined],
  [{ error: Object.create({ id: "b" }) }, undefined],
])("follows a path of own properties into %j", (body, expected) => {
  expect(find({ requestId: ["error", "id"] }, {}, body)).toBe(expected);
});

test("takes no body for an id, and no path for a name", () => {
  expect(find({}, {}, "b")).toBeUndefined();
  expect(find({ requestId: ["a.b"] }, {}, { "a.b": "b" })).toBe("b");
  expect(find({ requestId: ["a.b"] }, {}, { a: { b: "b" } })).toBeUndefined();
});

test("shows no secret that comes back in it", () => {
  const call = callState({ api: { errors: rules } });
  call.secrets.add("secret-1");
  const response = new Response(null, { headers: { "x-request-id": "r-secret-1" } });
  expect(findRequestId(call, response, undefined)).toBe("r-[redacted]");
});
