import { describe, expect, test } from "vitest";
import { headersOf } from "../src/headers-of.js";
import { canary } from "./support/things.js";

describe("headersOf", () => {
  test("merges headers by their names in any case, and the last wins", () => {
    expect(headersOf({ Accept: "a", "X-One": "1" }, undefined, { accept: "b" })).toEqual({
      accept: "b",
      "x-one": "1",
    });
    expect(headersOf()).toEqual({});
  });

  test("takes those of the platform", () => {
    expect(headersOf({ a: "1" }, new Headers({ A: "2", b: "3" }))).toEqual({ a: "2", b: "3" });
  });

  test("takes one away for null, and leaves it for undefined", () => {
    const given = { a: "1", b: "2" };
    expect(headersOf(given, { A: null, b: undefined })).toEqual({ b: "2" });
    expect(headersOf(given, { A: null }, { a: "3" })).toEqual({ a: "3", b: "2" });
    expect(given).toEqual({ a: "1", b: "2" });
  });

  test.each([
    ["a value", { a: `x\n${canary}` }],
    ["a value that is no Latin-1", { a: `\u20ac${canary}` }],
    ["a name", { [`no name ${canary}`]: "x" }],
  ])("refuses %s that can't be sent, and does not repeat it", (_, headers) => {
    expect(() => headersOf(headers)).toThrow(
      expect.objectContaining({
        name: "ConfigurationError",
        message: expect.stringMatching(/^Option headers is not valid$/),
      }),
    );
    expect(() => headersOf(headers)).not.toThrow(canary);
  });
});
