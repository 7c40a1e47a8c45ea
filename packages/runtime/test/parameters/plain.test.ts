import { expect, test } from "vitest";
import { ConfigurationError } from "../../src/client.js";
import { plainCookies } from "../../src/parameters/plain-cookie.js";
import { plainPath } from "../../src/parameters/plain-path.js";
import { plainQuery } from "../../src/parameters/plain-query.js";

test("paths take text, numbers and lists", () => {
  expect(plainPath("/a/{id}/b/{n}", { id: "x/y ?", n: 7 })).toBe("/a/x%2Fy%20%3F/b/7");
  expect(plainPath("/a/{ids}", { ids: ["x", "y"] })).toBe("/a/x,y");
  expect(plainPath("/a/{id}", { id: "$&{id}" })).toBe("/a/%24%26%7Bid%7D");
});

test.each([
  {},
  { id: undefined },
  { id: null },
  { id: "" },
  { id: "." },
  { id: ".." },
  { id: ["."] },
])("paths refuse %o", (values) => {
  expect(() => plainPath("/a/{id}/b", values)).toThrow(ConfigurationError);
  expect(() => plainPath("/a/{id}/b", values)).toThrow("Path parameter id is missing");
});

test("paths refuse where no parameter is given at all", () => {
  expect(() => plainPath("/a/{id}")).toThrow(ConfigurationError);
  expect(plainPath("/a")).toBe("/a");
});

test("queries have a pair for each value, and none for what is absent", () => {
  expect(plainQuery({ a: "x y", b: [1, 2], c: { d: true }, e: undefined, f: null, g: [] })).toBe(
    "a=x%20y&b=1&b=2&c[d]=true",
  );
});

test("cookies are percent-encoded", () => {
  expect(plainCookies({ a: "x;y", b: 1, c: null, d: undefined })).toBe("a=x%3By; b=1");
  expect(plainCookies({})).toBe("");
});
