import { expect, test } from "vitest";
import { newClientId, newRequestId, newSecret } from "../src/random-ids.ts";

test.each([
  [newRequestId, /^[A-Za-z0-9]{15}$/],
  [newClientId, /^[0-9a-f]{24}$/],
  [newSecret, /^[0-9a-f]{30}$/],
])("%o has its shape and does not come twice", (make, shape) => {
  const ids = Array.from({ length: 1_000 }, make);
  expect(ids.filter((id) => !shape.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});
