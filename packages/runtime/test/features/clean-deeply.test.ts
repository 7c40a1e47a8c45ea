import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { Secrets } from "../../src/credentials/secrets.js";
import { cleanDeeply } from "../../src/features/clean-deeply.js";
import { cleaning } from "../../src/features/cleaning.js";
import { NetworkError } from "../../src/index.js";
import { clientState } from "../support/call-state.js";
import { canary } from "../support/things.js";

const secrets = new Secrets();
secrets.add(canary);

const bare = () => {
  const error = Object.assign(new Error("refused"), { code: "ECONNREFUSED", address: { port: 1 } });
  error.cause = new Error("inner");
  return error;
};

describe("cleanDeeply", () => {
  test.each([
    ["an error", bare()],
    ["an error of ours", new NetworkError("x", { cause: bare() })],
    ["an object", { a: [1, NaN, { b: null }] }],
    ["nothing", undefined],
    ["text", "enough"],
  ])("gives back %s that has no secret in it", (_, error) => {
    expect(cleanDeeply(error, secrets)).toBe(error);
  });

  test.each([
    ["its message", () => new Error(`no ${canary}`)],
    ["a property", () => Object.assign(bare(), { key: canary })],
    ["a deep property", () => Object.assign(bare(), { config: { headers: [{ key: canary }] } })],
    ["a property's name", () => Object.assign(bare(), { [canary]: 1 })],
    ["a symbol's property", () => Object.assign(bare(), { [Symbol("s")]: { canary } })],
    ["its cause", () => new Error("x", { cause: new Error(canary) })],
    ["its cause's cause", () => new Error("x", { cause: new Error("y", { cause: { canary } }) })],
    ["errors of an aggregate", () => new AggregateError([new Error(canary)], "x")],
    [
      "a request",
      () =>
        Object.assign(bare(), { request: new Request("https://a.test", { headers: { canary } }) }),
    ],
    ["a map", () => Object.assign(bare(), { map: new Map([[1, canary]]) })],
    [
      "a property that is not enumerable",
      () => Object.defineProperty(bare(), "k", { value: canary }),
    ],
    ["itself, a string", () => canary],
    ["itself, an object", () => ({ canary })],
    [
      "a circle",
      () => {
        const e = Object.assign(bare(), { canary });
        e.cause = e;
        return e;
      },
    ],
    ["a symbol", () => Object.assign(bare(), { s: Symbol(canary) })],
    ["itself, a symbol", () => Symbol(canary)],
    [
      "an accessor that gives it later",
      () => {
        let read = 0;
        const get = () => (read++ ? canary : "ok");
        return Object.defineProperty(bare(), "later", { get, enumerable: true });
      },
    ],
    [
      "a message that gives it later",
      () => {
        let read = 0;
        return Object.defineProperty(bare(), "message", { get: () => (read++ ? canary : "ok") });
      },
    ],
    ["its own printing", () => Object.assign(bare(), { [inspect.custom]: () => canary })],
    [
      "printing of one of ours",
      () => Object.assign(new NetworkError("x"), { toJSON: () => canary }),
    ],
    [
      "an inherited printing",
      () =>
        new (class extends Error {
          [inspect.custom]() {
            return canary;
          }
        })(),
    ],
    [
      "an inherited toJSON",
      () =>
        new (class extends Error {
          toJSON() {
            return canary;
          }
        })(),
    ],
    ["a function", () => Object.assign(bare(), { get: () => canary })],
  ])("copies an error with a secret in %s", (_, make) => {
    const clean = cleanDeeply(make(), secrets);
    const shown = [
      inspect(clean, { depth: Infinity, showHidden: true }),
      JSON.stringify(clean),
      String(clean),
      clean instanceof Error ? clean.stack : "",
    ];
    expect(shown.join("\n")).not.toContain(canary);
  });

  test("keeps what is left of the message in the copy", () => {
    const error = Object.assign(new TypeError(`no ${canary}`), { code: "E1" });
    expect(cleanDeeply(error, secrets)).toEqual(new Error("no [redacted]"));
  });

  test("copies an error with a getter that throws", () => {
    const error = Object.defineProperty(new Error("x"), "bad", {
      get() {
        throw new Error("no");
      },
    });
    const clean = cleanDeeply(error, secrets);
    expect(clean).toEqual(new Error("x"));
    expect(clean).not.toHaveProperty("bad");
  });

  test("looks into no more than some causes", () => {
    const nest = (times: number): Error =>
      times ? new Error("x", { cause: nest(times - 1) }) : bare();
    const few = nest(3);
    expect(cleanDeeply(few, secrets)).toBe(few);
    const many = cleanDeeply(nest(1000), secrets);
    expect(many).toEqual(new Error("x"));
    expect(many).not.toHaveProperty("cause");
  });

  test("gives nothing for what can't be read", () => {
    const fail = () => {
      throw new Error("no");
    };
    expect(
      cleanDeeply(new Proxy(new Error("x"), { ownKeys: fail, get: fail }), secrets),
    ).toBeUndefined();
  });
});

test("a client with the feature looks that deep, and another does not", () => {
  const error = Object.defineProperty(new Error("x"), "k", { value: canary });
  expect(clientState({ features: [cleaning] }).clean(error, secrets)).not.toBe(error);
  expect(clientState().clean(error, secrets)).toBe(error);
});
