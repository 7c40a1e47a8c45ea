import { expect, test } from "vitest";
import { wrapping } from "../../src/features/wrapping.js";
import { Secret } from "../../src/index.js";
import { clientState } from "../support/call-state.js";
import { details } from "../support/things.js";

const wrap = clientState({ features: [wrapping(details)] }).wrap!;

/** The data with what secrets hold, marked. */
function reveal(data: unknown): unknown {
  if (data instanceof Secret) return `secret ${data.reveal()}`;
  if (Array.isArray(data)) return data.map(reveal);
  if (Object(data) !== data) return data;
  return Object.fromEntries(Object.entries(data as object).map(([k, v]) => [k, reveal(v)]));
}

test("makes secrets of the strings of what is sensitive, at any depth", () => {
  const data = {
    password: "a",
    other: "b",
    list: [{ password: "c" }, "password"],
    deep: { password: { text: "d", all: ["e", 1, null, { f: "g" }] } },
  };
  expect(reveal(wrap(data))).toEqual({
    password: "secret a",
    other: "b",
    list: [{ password: "secret c" }, "password"],
    deep: { password: { text: "secret d", all: ["secret e", 1, null, { f: "secret g" }] } },
  });
  expect(data.password).toBe("a");
});

test("leaves what is no string as it is", () => {
  expect(wrap({ password: null })).toEqual({ password: null });
  expect(wrap({ password: 7, PASSWORD: "x" })).toEqual({ password: 7, PASSWORD: "x" });
  for (const data of ["password", 1, null, undefined]) expect(wrap(data)).toBe(data);
});

test("prints nothing of them", () => {
  expect(JSON.stringify(wrap({ password: "hidden" }))).toBe('{"password":"[redacted]"}');
});

test("leaves blobs and streams as they are", () => {
  const stream = { cancel: () => {}, async *[Symbol.asyncIterator]() {} };
  for (const data of [new Blob(["a"]), stream]) expect(wrap(data)).toBe(data);
});

test("goes as deep as JSON does, and takes __proto__ for a name like any other", () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  expect(() => wrap(JSON.parse(deep))).not.toThrow();
  const data = wrap(JSON.parse('{"__proto__":{"password":"a"},"password":{"__proto__":"b"}}'));
  expect(JSON.stringify(data)).toBe(
    '{"__proto__":{"password":"[redacted]"},"password":{"__proto__":"[redacted]"}}',
  );
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
});
