import { expect, test } from "vitest";
import { isIdempotent } from "../src/idempotent.js";

test.each(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY", "query"])(
  "%s may be sent again",
  (method) => {
    expect(isIdempotent(method)).toBe(true);
  },
);

test.each(["POST", "PATCH", "LINK", "CONNECT"])("%s may not be sent again", (method) => {
  expect(isIdempotent(method)).toBe(false);
});
