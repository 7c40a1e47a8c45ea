import { describe, expect, test } from "vitest";
import type { JsonObject } from "../src/json-object.ts";
import { checkCredentials } from "../src/check-credentials.ts";
import { refusalOf } from "./support/refusal-of.ts";
import { document } from "./support/answers.ts";

const ACCEPTED = { clientId: "right-id", secret: "right-secret" };
const HEADERS = { "PLAID-CLIENT-ID": "right-id", "PLAID-SECRET": "right-secret" };
const FIELDS = { client_id: "right-id", secret: "right-secret" };

function check(headers: Record<string, string>, body: JsonObject): JsonObject {
  return checkCredentials(document.credentials, ACCEPTED, new Headers(headers), body);
}

describe("accepts, and takes the credentials out of the body", () => {
  test.each<[title: string, headers: Record<string, string>, body: Record<string, unknown>]>([
    ["headers", HEADERS, {}],
    ["body fields", {}, FIELDS],
    ["one of each", { "PLAID-CLIENT-ID": "right-id" }, { secret: "right-secret" }],
    ["an empty header beside a body field", { ...HEADERS, "PLAID-SECRET": "" }, FIELDS],
    ["a body field beside its header is passed over", HEADERS, { secret: "other" }],
  ])("%s", (_, headers, body) => {
    expect(check(headers, { ...body, products: ["auth"] })).toEqual({ products: ["auth"] });
  });
});

describe("refuses", () => {
  test.each<
    [title: string, headers: Record<string, string>, body: Record<string, unknown>, error: object]
  >([
    [
      "none",
      {},
      {},
      {
        code: "MISSING_FIELDS",
        message:
          "the following required fields are missing: client_id (or header PLAID-CLIENT-ID), secret (or header PLAID-SECRET)",
      },
    ],
    ["an empty one", {}, { ...FIELDS, secret: "" }, { code: "MISSING_FIELDS" }],
    [
      "a number",
      {},
      { ...FIELDS, secret: 5 },
      { code: "INVALID_FIELD", message: "secret must be a string" },
    ],
    ["a wrong id", { ...HEADERS, "PLAID-CLIENT-ID": "x" }, {}, { code: "INVALID_API_KEYS" }],
    ["a wrong secret", { ...HEADERS, "PLAID-SECRET": "x" }, {}, { code: "INVALID_API_KEYS" }],
    [
      "a wrong header beside right fields",
      { "PLAID-SECRET": "x" },
      FIELDS,
      { code: "INVALID_API_KEYS" },
    ],
    [
      "the two exchanged",
      {},
      { client_id: "right-secret", secret: "right-id" },
      { code: "INVALID_API_KEYS" },
    ],
  ])("%s", (_, headers, body, error) => {
    expect(refusalOf(() => check(headers, body))).toMatchObject(error);
  });
});

test("keeps a __proto__ member an ordinary one", () => {
  const rest = check(HEADERS, JSON.parse('{"__proto__": {"polluted": 1}}'));
  expect(Object.keys(rest)).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(rest)).toBe(Object.prototype);
});
