import { expect, test } from "vitest";
import { redact } from "../../src/credentials/redact.js";

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
