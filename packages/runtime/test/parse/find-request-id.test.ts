import { expect, test } from "vitest";
import { findRequestId } from "../../src/parse/find-request-id.js";

const rules = { requestId: ["request_id"], requestIdHeader: "X-Request-Id" };

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
  expect(findRequestId(rules, new Headers(headers as Record<string, string>), body)).toBe(expected);
});

test("finds nothing where the API has none", () => {
  expect(
    findRequestId({}, new Headers({ "x-request-id": "h" }), { request_id: "b" }),
  ).toBeUndefined();
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
  expect(findRequestId({ requestId: ["error", "id"] }, new Headers(), body)).toBe(expected);
});

test("takes no body for an id, and no path for a name", () => {
  expect(findRequestId({}, new Headers(), "b")).toBeUndefined();
  expect(findRequestId({ requestId: ["a.b"] }, new Headers(), { "a.b": "b" })).toBe("b");
  expect(findRequestId({ requestId: ["a.b"] }, new Headers(), { a: { b: "b" } })).toBeUndefined();
});
