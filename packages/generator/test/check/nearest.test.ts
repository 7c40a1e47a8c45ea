import { expect, test } from "vitest";
import { nearest, suggest } from "../../src/check/nearest.js";

const METHODS = ["get", "put", "post"];

test.each([
  ["pots", "post"],
  ["Get", "get"],
  ["psot", "post"],
  ["posts", "post"],
  ["x_idempotent", undefined],
  ["delete", undefined],
  ["", undefined],
])("finds what %j was meant to be", (word, meant) => {
  expect(nearest(word, METHODS)).toBe(meant);
});

test("looks past case and underscores, and no further than two letters", () => {
  expect(nearest("X_Request_ID", ["x-request-id"])).toBe("x-request-id");
  expect(nearest("x-requst-i", ["x-request-id"])).toBe("x-request-id");
  expect(nearest("x-reqst-i", ["x-request-id"])).toBeUndefined();
});

test("names the whole list where nothing is near, or where no word was given", () => {
  expect(suggest("pots", METHODS)).toBe("Did you mean post?");
  expect(suggest("nonsense", METHODS)).toBe("Use one of get, put, post.");
  expect(suggest(5, METHODS)).toBe("Use one of get, put, post.");
});
