import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { Secrets } from "../../src/credentials/secrets.js";
import { canary } from "../support/things.js";

const secrets = new Secrets();
secrets.add(canary);
secrets.add('quo"ted/secret');
secrets.add("abc");
secrets.add(`${canary}-longer`);

const bare = () => {
  const error = Object.assign(new Error("refused"), { code: "ECONNREFUSED", address: { port: 1 } });
  error.cause = new Error("inner");
  return error;
};

describe("Secrets", () => {
  test("takes every form out of text", () => {
    const forms = [canary, encodeURIComponent('quo"ted/secret'), btoa(canary), 'quo\\"ted/secret'];
    for (const form of forms) expect(secrets.scrub(`<${form}>`)).toBe("<[redacted]>");
    expect(secrets.scrub(`${canary}-longer`)).toBe("[redacted]");
  });

  const html = `a&b<c>d"e'f`;
  const latin = "s\u00e9cr\u00e8t?>>~";
  test.each([
    ["base64 that is not filled up", "secret-4", btoa("secret-4").replace(/=+$/, "")],
    ["base64 for URLs", latin, Buffer.from(latin).toString("base64url")],
    ["base64 of Latin-1", latin, Buffer.from(latin, "latin1").toString("base64")],
    ["base64 of UTF-8", latin, Buffer.from(latin).toString("base64")],
    ["a URL in lower case", "a/b+c=d", "a%2fb%2bc%3dd"],
    ["a whole URL", "a b/c d", "a%20b/c%20d"],
    ["a form", "a b c d!", "a+b+c+d%21"],
    ["HTML", html, "a&amp;b&lt;c&gt;d&quot;e&#39;f"],
    ["HTML with numbers", html, "a&amp;b&lt;c&gt;d&#34;e&#x27;f"],
    ["HTML with other names", html, "a&amp;b&lt;c&gt;d&quot;e&apos;f"],
    ["what regular expressions mean otherwise", "$&.*+?^(a)[b]{2}|\\d", "$&.*+?^(a)[b]{2}|\\d"],
  ])("takes a secret out in the form of %s", (_, value, form) => {
    const own = new Secrets();
    own.add(value);
    expect(own.scrub(`<${form}>`)).toBe("<[redacted]>");
  });

  test("takes a very long secret out", () => {
    const long = `${"L+x/".repeat(2000)}Z`;
    const own = new Secrets();
    own.add(long);
    expect(own.scrub(`<${long}>`)).toBe("<[redacted]>");
  });

  test("leaves what is too short to be one", () => {
    expect(secrets.scrub("abc")).toBe("abc");
  });

  test("looks through the escapes of JSON, and leaves other JSON as it is written", () => {
    const escaped = canary.replace(/./g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);
    expect(secrets.scrubBody(`{"a":"${escaped}","b":1}`)).toBe('{"a":"[redacted]","b":1}');
    expect(secrets.scrubBody('{ "a": 1.0 }')).toBe('{ "a": 1.0 }');
    expect(secrets.scrubBody(`{"${escaped}":1}`)).toBe('{"[redacted]":1}');
    expect(secrets.scrubBody('{"quo\\u0022ted\\/secret":1}')).toBe('{"[redacted]":1}');
    expect(secrets.scrubBody(`{"${canary}":1}`)).toBe('{"[redacted]":1}');
    expect(secrets.scrubBody(`<p>${canary}`)).toBe("<p>[redacted]");
  });

  test("withholds JSON that is too deep to be looked into", () => {
    const deep = `${"[".repeat(1e5)}"\\u0061"${"]".repeat(1e5)}`;
    expect(secrets.scrubBody(deep)).toBe("[redacted]");
  });

  test("gives back an error that has no secret in it", () => {
    const error = bare();
    expect(secrets.clean(error)).toBe(error);
    const plain = { a: [1, NaN, { b: null }] };
    expect(secrets.clean(plain)).toBe(plain);
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
    const clean = secrets.clean(make());
    const shown = [
      inspect(clean, { depth: Infinity, showHidden: true }),
      JSON.stringify(clean),
      String(clean),
      clean instanceof Error ? clean.stack : "",
    ];
    expect(shown.join("\n")).not.toContain(canary);
  });

  test("keeps name, code and message in the copy", () => {
    const clean = secrets.clean(Object.assign(new TypeError(`no ${canary}`), { code: "E1" }));
    expect(clean).toMatchObject({ name: "TypeError", message: "no [redacted]", code: "E1" });
  });

  test("survives an error with a getter that throws", () => {
    const error = Object.defineProperty(new Error("x"), "bad", {
      get() {
        throw new Error("no");
      },
    });
    expect(secrets.clean(error)).toMatchObject({ message: "x", bad: "[redacted]" });
  });

  test("gives nothing for what can't be read", () => {
    const ownKeys = () => {
      throw new Error("no");
    };
    expect(secrets.clean(new Proxy(new Error("x"), { ownKeys }))).toBeUndefined();
  });
});
