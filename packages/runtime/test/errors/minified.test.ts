import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { beforeAll, describe, expect, test } from "vitest";
import * as plain from "../../src/index.js";

/** The same package as a bundler ships it: another copy, with other class names. */
let minified: typeof plain;

beforeAll(async () => {
  const input = fileURLToPath(new URL("../../src/index.ts", import.meta.url));
  const bundle = await rolldown({ input, resolve: { extensionAlias: { ".js": [".ts", ".js"] } } });
  const { output } = await bundle.generate({ minify: true });
  await bundle.close();
  minified = (await import(
    `data:text/javascript,${encodeURIComponent(output[0].code)}`
  )) as typeof plain;
});

const make = (errors: typeof plain): plain.ClientError[] => [
  new errors.ApiError({ status: 400, body: 1 }),
  new errors.AuthenticationError({ status: 401, body: 1 }),
  new errors.NotFoundError({ status: 404, body: 1 }),
  new errors.RateLimitError({ status: 429, body: 1 }),
  new errors.NetworkError("x"),
  new errors.TimeoutError({ timeout: 1, scope: "attempt" }),
  new errors.AbortedError("x"),
  new errors.ParseError("x", { status: 200 }),
  new errors.ConfigurationError("x"),
  new errors.OutcomeUnknownError("x"),
];

const expected = [
  ["ApiError", "API_ERROR"],
  ["AuthenticationError", "AUTHENTICATION"],
  ["NotFoundError", "NOT_FOUND"],
  ["RateLimitError", "RATE_LIMIT"],
  ["NetworkError", "NETWORK"],
  ["TimeoutError", "TIMEOUT"],
  ["AbortedError", "ABORTED"],
  ["ParseError", "PARSE"],
  ["ConfigurationError", "CONFIGURATION"],
  ["OutcomeUnknownError", "OUTCOME_UNKNOWN"],
];

describe("after minifying", () => {
  test("the classes have other names, and the errors the same", () => {
    const errors = make(minified);
    expect(errors.map(({ constructor }) => constructor.name)).not.toContain("ApiError");
    expect(errors.map(({ name, code }) => [name, code])).toEqual(expected);
    expect(make(plain).map(({ name, code }) => [name, code])).toEqual(expected);
    expect(errors[0]!.stack).toMatch(/^ApiError: 400/);
  });

  test("isClientError knows the errors of another copy, and instanceof does not", () => {
    for (const error of make(minified)) {
      expect(plain.isClientError(error)).toBe(true);
      expect(error).not.toBeInstanceOf(plain.ClientError);
    }
    for (const error of make(plain)) expect(minified.isClientError(error)).toBe(true);
  });

  test.each([
    new Error("x"),
    { name: "ApiError", code: "API_ERROR" },
    null,
    undefined,
    "ApiError",
    1,
  ])("isClientError refuses %o", (value) => {
    expect(plain.isClientError(value)).toBe(false);
  });
});
