import { describe, expect, test } from "vitest";
import { apiErrorOf } from "../../src/errors/api-error-of.js";
import {
  ApiError,
  AuthenticationError,
  ClientError,
  NotFoundError,
  RateLimitError,
} from "../../src/index.js";
import { callState, type CallParts, exchangeOf } from "../support/call-state.js";
import { canary, definition } from "../support/things.js";

/** The error that an answer becomes; a body that is no text is sent as JSON. */
function refused(status: number, body: unknown, headers?: Record<string, string>, api?: object) {
  const parts: CallParts = api ? { api: { errors: { ...definition.errors, ...api } } } : {};
  const call = callState(parts);
  call.secrets.add(canary);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return apiErrorOf(call, exchangeOf(status, text, headers));
}

describe("the class", () => {
  test.each([
    [400, ApiError, "ApiError"],
    [302, ApiError, "ApiError"],
    [500, ApiError, "ApiError"],
    [401, AuthenticationError, "AuthenticationError"],
    [403, AuthenticationError, "AuthenticationError"],
    [404, NotFoundError, "NotFoundError"],
    [429, RateLimitError, "RateLimitError"],
  ])("of %i", (status, type, name) => {
    const headers = { "x-request-id": "r", "retry-after": "5" };
    const error = refused(status, { a: 1 }, headers);
    expect(error).toBeInstanceOf(type);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toBeInstanceOf(ClientError);
    expect(error).toMatchObject({ name, status, body: { a: 1 }, requestId: "r" });
    expect((error as RateLimitError).retryAfter).toBe(status === 429 ? 5000 : undefined);
  });

  test("is that of the API's code before that of the status", () => {
    expect(refused(400, { error_code: "BAD_KEYS" }).name).toBe("AuthenticationError");
    expect(refused(404, { error_code: "BAD_KEYS" }).name).toBe("AuthenticationError");
    expect(refused(400, { error_code: "toString" }).name).toBe("NotFoundError");
    expect(refused(404, { error_code: "OTHER" }).name).toBe("NotFoundError");
    expect(refused(400, { error_code: "constructor" }).name).toBe("ApiError");
    expect(refused(400, { error_code: 7 }).name).toBe("ApiError");
  });

  test("may be the plain one for a status that has its own", () => {
    const classes = { FULL: 0, SLOW: 429 };
    expect(refused(429, { error_code: "FULL" }, {}, { classes }).name).toBe("ApiError");
    expect(refused(400, { error_code: "SLOW" }, { "retry-after": "1" }, { classes })).toMatchObject(
      { name: "RateLimitError", status: 400, retryAfter: 1000 },
    );
  });
});

describe("the API's code", () => {
  test("may stand deeper, among own properties", () => {
    const nested = (body: unknown) => refused(400, body, {}, { code: ["error", "code"] });
    const error = nested({ error: { code: "BAD_KEYS" } });
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error.message).toBe("updateThing: 400 BAD_KEYS");
    expect(nested({ code: "BAD_KEYS", error: "x" }).message).toBe("updateThing: 400");
    expect(nested({ error: null }).message).toBe("updateThing: 400");
  });

  test("is looked for where the API has one", () => {
    const error = refused(400, { error_code: "BAD_KEYS" }, {}, { code: undefined });
    expect(error).toMatchObject({ name: "ApiError", message: "updateThing: 400" });
  });
});

test("the message has status, code and request id, and nothing else of the answer", () => {
  const body = { error_code: "NO_THING", error_message: "hidden", request_id: "r1" };
  expect(refused(404, body).message).toBe("updateThing: 404 NO_THING (request id r1)");
  expect(refused(500, "<html>hidden").message).toBe("updateThing: 500");
  expect(refused(500, { error_code: "not a code, hidden" }).message).toBe("updateThing: 500");
  expect(refused(500, "")).not.toHaveProperty("requestId");
});

describe("the body", () => {
  test.each([
    ["JSON of any type", '{"a":[1,null]}', { a: [1, null] }],
    ["text", "<html>", "<html>"],
    ["JSON that breaks off", '{"a":', '{"a":'],
    ["nothing", "", ""],
    ["null, which nobody can read a property of", "null", ""],
    ["a number", "0", 0],
  ])("is %s", (_, text, body) => {
    expect(refused(500, text).body).toEqual(body);
  });

  test("is empty where it was too large to be read", () => {
    const error = apiErrorOf(callState(), {
      response: new Response(null, { status: 500 }),
      body: undefined,
    });
    expect(error.body).toBe("");
  });

  test("is not among what copies of an error show", () => {
    const error = refused(500, { a: 1 });
    expect(Object.assign({}, error)).toEqual({ status: 500 });
    expect(JSON.stringify(error)).toBe('{"status":500}');
  });
});

describe("a secret", () => {
  const escaped = canary.replace(/./g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);

  test.each([
    ["as a value", `{"a":"${canary}"}`, { a: "[redacted]" }],
    ["within a value", `{"a":["no ${canary}."]}`, { a: ["no [redacted]."] }],
    ["as a name", `{"${canary}":1}`, { "[redacted]": 1 }],
    ["behind escapes", `{"a":"${escaped}","b":1}`, { a: "[redacted]", b: 1 }],
    ["behind escapes of a name", `{"${escaped}":1}`, { "[redacted]": 1 }],
    ["in text", `<p>${canary}`, "<p>[redacted]"],
    ["in a string", `"${canary}"`, "[redacted]"],
  ])("is taken out of a body where it stands %s", (_, text, body) => {
    expect(refused(400, text).body).toEqual(body);
  });

  test("with characters that JSON escapes is taken out, too", () => {
    const call = callState();
    call.secrets.add('quo"ted/sec\\ret');
    for (const text of [
      JSON.stringify({ a: 'quo"ted/sec\\ret' }),
      '{"a":"quo\\u0022ted\\/sec\\u005cret"}',
    ]) {
      expect(apiErrorOf(call, exchangeOf(400, text)).body).toEqual({ a: "[redacted]" });
    }
  });

  test("is taken out of request ids and codes", () => {
    expect(refused(400, {}, { "x-request-id": `r-${canary}` })).toMatchObject({
      requestId: "r-[redacted]",
      message: "updateThing: 400 (request id r-[redacted])",
    });
    const error = refused(400, { error_code: canary, request_id: canary });
    expect(`${error.message} ${error.requestId}`).not.toContain(canary);
  });
});
