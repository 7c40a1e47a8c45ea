import { describe, expect, test } from "vitest";
import { applyCredentials } from "../../src/credentials/apply-credentials.js";
import type { ClientDefinition, CredentialDefinition } from "../../src/definition.js";
import { definition } from "../support/things.js";

const values = new Map([
  ["id", "i"],
  ["key", 'k"\\'],
]);

function apply(body: BodyInit | undefined, inBody: boolean, type = "application/json") {
  const headers = new Headers({ "content-type": type });
  const result = applyCredentials(
    { url: "https://a.test/x", headers, body },
    values,
    definition,
    inBody,
  );
  expect([...headers]).toEqual([["content-type", type]]);
  return { ...result, headers: Object.fromEntries(result.headers) };
}

function one(credential: CredentialDefinition, value: string, cookie?: string) {
  const api: ClientDefinition = { ...definition, credentials: { c: credential } };
  const headers = new Headers(cookie ? { cookie } : {});
  return applyCredentials(
    { url: "https://a.test/x?a=1", headers, body: undefined },
    new Map([["c", value]]),
    api,
    true,
  );
}

describe("applyCredentials", () => {
  test("puts them into headers", () => {
    expect(apply('{"a":1}', false)).toMatchObject({
      headers: { "thing-id": "i", "thing-key": 'k"\\' },
      body: '{"a":1}',
    });
  });

  test.each([
    ['{"a":1}', { a: 1 }],
    ["{}", {}],
    [' \n{ "a" : {} }', { a: {} }],
    ["{ }", {}],
  ])("puts them into the body %j, and then into no header", (body, rest) => {
    const sent = apply(body, true);
    expect(JSON.parse(sent.body as string)).toEqual({ thing_id: "i", thing_key: 'k"\\', ...rest });
    expect(sent.headers).toEqual({ "content-type": "application/json" });
  });

  test.each([
    ["an array", "[1]", "application/json"],
    ["text", "{}", "text/plain"],
    ["bytes", new Uint8Array(2), "application/json"],
    ["no body", undefined, "application/json"],
  ])("falls back to headers for %s", (_, body, type) => {
    expect(apply(body, true, type)).toMatchObject({ headers: { "thing-id": "i" }, body });
  });

  test("knows prefixes, base64, query and cookies", () => {
    const bearer = one({ in: "header", name: "Authorization", prefix: "Bearer " }, "t");
    expect(bearer.headers.get("authorization")).toBe("Bearer t");
    const basic = one(
      { in: "header", name: "Authorization", prefix: "Basic ", encode: "base64" },
      "u:p",
    );
    expect(basic.headers.get("authorization")).toBe("Basic dTpw");
    expect(one({ in: "query", name: "the key" }, "a&b").url).toBe(
      "https://a.test/x?a=1&the%20key=a%26b",
    );
    expect(one({ in: "cookie", name: "s" }, "v;w", "a=b").headers.get("cookie")).toBe(
      "a=b; s=v%3Bw",
    );
  });
});
