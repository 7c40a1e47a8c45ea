import { expect, test } from "vitest";
import { redact, redactText, redactUrl } from "../../src/credentials/redact.js";

test("replaces values by the names of their properties, at any depth", () => {
  const value = { a: 1, key: "x", list: [{ key: { deep: 1 } }, null, "key"], none: { key: null } };
  expect(redact(value, new Set(["key"]))).toEqual({
    a: 1,
    key: "[redacted]",
    list: [{ key: "[redacted]" }, null, "key"],
    none: { key: null },
  });
  expect(value.key).toBe("x");
});

test("keeps a property named __proto__ what it is", () => {
  expect(JSON.stringify(redact(JSON.parse('{"__proto__":{"a":1}}'), new Set()))).toBe(
    '{"__proto__":{"a":1}}',
  );
});

test.each([
  ["a=1&pin=2", "a=1&pin=[redacted]"],
  ["pin=1&pin=2#pin=3", "pin=[redacted]&pin=[redacted]#pin=3"],
  ["p%69n=1", "p%69n=[redacted]"],
  ["my+code=1&my%20code=2", "my+code=[redacted]&my%20code=[redacted]"],
  [
    "filter[pin]=1&filter%5Bpin%5D[deep]=2&pin[]=3",
    "filter[pin]=[redacted]&filter%5Bpin%5D[deep]=[redacted]&pin[]=[redacted]",
  ],
  ["PIN=1&pins=2&%zz=3&pin&=4&&", "PIN=1&pins=2&%zz=3&pin&=4&&"],
  ["a=b?pin=1&pin=a=b", "a=b?pin=1&pin=[redacted]"],
  ["a+b=1", "a+b=[redacted]"],
  ["", ""],
])("replaces values in the query %s", (query, expected) => {
  const start = "https://a.test/pin=1&pin=2";
  const names = new Set(["pin", "my code", "a+b"]);
  expect(redactUrl(`${start}?${query}`, names)).toBe(`${start}?${expected}`);
  expect(redactUrl(`${start}#?pin=1`, names)).toBe(`${start}#?pin=1`);
});

test("replaces a text that may hold a name, where there are any", () => {
  const names = new Set(["pin"]);
  expect(redactText("pin=1", names)).toBe("[redacted]");
  expect(redactText('{"p\\u0069n":1', names)).toBe("[redacted]");
  expect(redactText("none", names)).toBe("none");
  expect(redactText("pin \\u0069", new Set())).toBe("pin \\u0069");
});
