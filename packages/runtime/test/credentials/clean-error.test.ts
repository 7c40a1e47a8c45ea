import { expect, test } from "vitest";
import { cleanError } from "../../src/credentials/clean-error.js";
import { Secrets } from "../../src/credentials/secrets.js";
import { canary } from "../support/things.js";

const secrets = new Secrets();
secrets.add(canary);

test.each([
  new Error("x"),
  new Error("x", { cause: new Error("y") }),
  Object.assign(new TypeError("fetch failed"), { code: "ECONNREFUSED" }),
  { a: [1, NaN, { b: null }] },
])("gives back what no secret is seen in: %o", (error) => {
  expect(cleanError(error, secrets)).toBe(error);
});

test.each([
  ["its message", new Error(`no ${canary}`)],
  ["a property", Object.assign(new Error("x"), { config: { headers: [canary] } })],
  ["its cause", new Error("x", { cause: new Error(canary) })],
  [
    "the cause of its cause",
    new Error("x", { cause: new Error("y", { cause: new Error(canary) }) }),
  ],
  [
    "a request",
    Object.assign(new Error("x"), {
      request: new Request("https://a.test", { headers: { canary } }),
    }),
  ],
  ["headers in a list", Object.assign(new Error("x"), { all: [new Headers({ canary })] })],
  ["itself, a string", canary],
  ["itself, an object", { canary }],
])("gives nothing for a secret in %s", (_, error) => {
  expect(cleanError(error, secrets)).toBeUndefined();
});

test("gives nothing for what can't be read", () => {
  const circle = new Error("x") as Error & { self?: unknown };
  circle.self = circle;
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const error of [circle, proxy, undefined, null]) {
    expect(cleanError(error, secrets)).toBeUndefined();
  }
});
