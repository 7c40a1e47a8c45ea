import { describe, expect, test } from "vitest";
import { parseAnswer } from "../../src/parse/parse-answer.js";

type Promised = Parameters<typeof parseAnswer>[0];
const parse = (promised: Promised, text: string, type?: string) =>
  parseAnswer(
    promised,
    new Headers(type ? { "content-type": type } : {}),
    new TextEncoder().encode(text),
  );

describe("JSON", () => {
  test.each([
    ['{"a":1}', "application/json", { a: 1 }],
    ['{"a":1}', "application/json; charset=utf-8", { a: 1 }],
    ['{"a":1}', "application/vnd.things+json", { a: 1 }],
    ['{"a":1}', "APPLICATION/JSON", { a: 1 }],
    ['{"a":1}', undefined, { a: 1 }],
    ['{"a":1}', "application/json, application/json", { a: 1 }],
    ['{"a":1}', "application/json; charset=utf-8,application/problem+json", { a: 1 }],
    ['{"a":1}', 'application/json; profile="a,b"', { a: 1 }],
    ['\ufeff{"a":1}', "application/json", { a: 1 }],
    ["null", "application/json", null],
    ["[]", "application/json", []],
  ])("%j of type %s", (text, type, data) => {
    expect(parse({ response: "json" }, text, type)).toEqual({ data });
  });

  test.each([
    ["<html>", "text/html", /Content-Type/],
    ["{}", "text/plain", /Content-Type/],
    ["{}", "application/json, text/html", /Content-Type/],
    ["{}", "application/jsonp", /Content-Type/],
    ["", "application/json", /empty/],
    ["", undefined, /empty/],
    ['{"a":', "application/json", /not valid JSON/],
    ["<html>", undefined, /not valid JSON/],
  ])("not %j of type %s", (text, type, problem) => {
    expect(parse({ response: "json" }, text, type)).toEqual({
      problem: expect.stringMatching(problem),
    });
  });

  test("may be absent where that is promised, too", () => {
    const promised = { response: "json", shape: "object", mayBeEmpty: true } as const;
    expect(parse(promised, "")).toEqual({ data: undefined });
    expect(parse(promised, "{}")).toEqual({ data: {} });
    expect(parse(promised, "[]")).toEqual({ problem: expect.stringMatching(/shape/) });
  });

  test.each([
    ["object", "[]", "array"],
    ["object", "null", "null"],
    ["object", '"a"', "string"],
    ["array", "{}", "object"],
    ["array", "1", "number"],
  ] as const)("not of the shape %s: %s", (shape, text, found) => {
    expect(parse({ response: "json", shape }, text)).toEqual({
      problem: `is JSON of the wrong shape: ${found}, not ${shape}`,
    });
  });

  test("quotes nothing of the body", () => {
    expect(JSON.stringify(parse({ response: "json" }, '{"secret": hidden'))).not.toContain(
      "hidden",
    );
  });
});

test("text, nothing and blobs", async () => {
  expect(parse({ response: "text" }, "a\u20ac", "text/csv")).toEqual({ data: "a\u20ac" });
  expect(parse({ response: "text" }, "")).toEqual({ data: "" });
  expect(parse({ response: "empty" }, "whatever")).toEqual({ data: undefined });
  const { data } = parse({ response: "blob" }, "ab", "image/png") as { data: Blob };
  expect([data.type, await data.text()]).toEqual(["image/png", "ab"]);
});
