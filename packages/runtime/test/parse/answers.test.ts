import { describe, expect, test } from "vitest";
import type { OperationDefinition } from "../../src/definition.js";
import type { AnswerReader } from "../../src/parse/answer-reader.js";
import { blobAnswer } from "../../src/parse/blob-answer.js";
import { emptyAnswer } from "../../src/parse/empty-answer.js";
import { jsonAnswer } from "../../src/parse/json-answer.js";
import { textAnswer } from "../../src/parse/text-answer.js";
import { callState, exchangeOf } from "../support/call-state.js";

type Promised = Pick<OperationDefinition, "shape" | "mayBeEmpty">;

const bytes = (text: string) => new TextEncoder().encode(text);

/** What a reader makes of a body, in an operation that promises nothing but what is given. */
function read(
  reader: AnswerReader,
  given: string | Uint8Array<ArrayBuffer> | undefined,
  type?: string,
  promised: Promised = {},
) {
  const body = typeof given === "string" ? bytes(given) : given;
  const { shape: _, ...operation } = callState().operation;
  const call = { ...callState(), operation: { ...operation, ...promised } };
  return reader.read(
    { response: exchangeOf(200, "", type ? { "content-type": type } : {}).response, body },
    call,
  );
}

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
    ["null", "application/json", null],
    ["[]", "application/json", []],
  ])("%j of type %s", (text, type, data) => {
    expect(read(jsonAnswer, text, type)).toEqual({ data });
  });

  test.each([
    ["<html>", "text/html"],
    ["{}", "text/plain"],
    ["{}", "application/jsonp"],
    ["", "application/json"],
    ["", undefined],
    ['{"a":', "application/json"],
    ["<html>", undefined],
  ])("not %j of type %s", (text, type) => {
    expect(read(jsonAnswer, text, type)).toEqual({ problem: "is not JSON" });
  });

  test("may be absent where that is promised, too", () => {
    const promised = { shape: "object", mayBeEmpty: true } as const;
    expect(read(jsonAnswer, "", undefined, promised)).toEqual({});
    expect(read(jsonAnswer, "{}", undefined, promised)).toEqual({ data: {} });
    expect(read(jsonAnswer, "[]", undefined, promised)).toMatchObject({
      problem: "is no JSON object",
    });
  });

  test.each([
    ["object", "[]"],
    ["object", "null"],
    ["object", '"a"'],
    ["array", "{}"],
    ["array", "1"],
    ["array", "null"],
  ] as const)("not of the shape %s: %s", (shape, text) => {
    expect(read(jsonAnswer, text, undefined, { shape }).problem).toBe(`is no JSON ${shape}`);
  });

  test.each([
    ["object", "{}"],
    ["array", "[]"],
  ] as const)("of the shape %s: %s", (shape, text) => {
    expect(read(jsonAnswer, text, undefined, { shape })).toEqual({ data: JSON.parse(text) });
  });

  test("has a mark of its encoding or none, and is UTF-8", () => {
    expect(read(jsonAnswer, "\ufeff{}")).toEqual({ data: {} });
    const broken = new Uint8Array([0x22, 0xff, 0x22]);
    expect(read(jsonAnswer, broken)).toEqual({ problem: "is not JSON" });
    expect(read(textAnswer, broken)).toEqual({ data: '"\ufffd"' });
  });

  test("quotes nothing of the body", () => {
    expect(JSON.stringify(read(jsonAnswer, '{"secret": hidden'))).not.toContain("hidden");
  });
});

test("text is what it is", () => {
  expect(read(textAnswer, "a\u20ac", "text/csv")).toEqual({ data: "a\u20ac" });
  expect(read(textAnswer, "")).toEqual({ data: "" });
  expect(read(textAnswer, "", undefined, { mayBeEmpty: true })).toEqual({});
});

test("an empty answer has no data, whatever it holds", () => {
  expect(read(emptyAnswer, "whatever")).toEqual({});
  expect(read(emptyAnswer, undefined)).toEqual({});
});

test("blobs have the type of the answer", async () => {
  const { data } = read(blobAnswer, "ab", "image/png") as { data: Blob };
  expect([data.type, await data.text()]).toEqual(["image/png", "ab"]);
  const bare = read(blobAnswer, "") as { data: Blob };
  expect([bare.data.type, bare.data.size]).toEqual(["", 0]);
  expect(read(blobAnswer, "", undefined, { mayBeEmpty: true })).toEqual({});
});

test.each([
  ["JSON", jsonAnswer],
  ["text", textAnswer],
  ["a blob", blobAnswer],
])("%s that was not read to its end is too large, also where it may be absent", (_, reader) => {
  for (const mayBeEmpty of [true, false]) {
    expect(read(reader, undefined, undefined, { mayBeEmpty })).toEqual({
      problem: "is larger than 64 MiB",
    });
  }
});
