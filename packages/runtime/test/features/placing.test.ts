import { expect, test } from "vitest";
import { placing } from "../../src/features/placing.js";
import { callState, sendable } from "../support/call-state.js";
import { details } from "../support/things.js";

const values = [
  ["id", "i"],
  ["key", 'k"\\'],
] as const;

/** What a request becomes whose credentials may stand in its body. */
function apply(body: BodyInit | undefined, type = "application/json", bodyFields = {}) {
  const feature = placing({ ...details, bodyFields: { ...details.bodyFields, ...bodyFields } });
  const call = callState({ features: [feature] });
  const request = { ...sendable, headers: { "content-type": type }, body };
  return call.client.apply(request, values, call);
}

test.each([
  ['{"a":1}', { a: 1 }],
  ["{}", {}],
  [' \n{ "a" : {} }', { a: {} }],
  ["{ }", {}],
  ['{"thing_key":"of the caller"}', { thing_key: "of the caller" }],
])("puts them into the body %j, and then into no header", (body, rest) => {
  const sent = apply(body);
  expect(JSON.parse(sent.body as string)).toEqual({ thing_id: "i", thing_key: 'k"\\', ...rest });
  expect(sent.headers).toEqual({ "content-type": "application/json" });
});

test("knows JSON by its type", () => {
  expect(
    JSON.parse(apply("{}", "application/vnd.things+json; charset=utf-8").body as string),
  ).toEqual({ thing_id: "i", thing_key: 'k"\\' });
});

test("puts those that have no property where they always go", () => {
  const sent = apply('{"a":1}', undefined, { key: undefined });
  expect(sent.body).toBe('{"thing_id":"i","a":1}');
  expect(sent.headers).toMatchObject({ "thing-key": 'k"\\' });
  expect(sent.headers).not.toHaveProperty("thing-id");
  const none = apply('{"a":1}', undefined, { id: undefined, key: undefined });
  expect(none.body).toBe('{"a":1}');
});

test.each([
  ["an array", "[1]", "application/json"],
  ["text", "{}", "text/plain"],
  ["bytes", new Uint8Array(2), "application/json"],
  ["no body", undefined, "application/json"],
])("falls back to headers for %s", (_, body, type) => {
  const sent = apply(body, type);
  expect(sent.body).toBe(body);
  expect(sent.headers).toEqual({ "content-type": type, "thing-id": "i", "thing-key": 'k"\\' });
});
