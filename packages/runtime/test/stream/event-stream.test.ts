import { describe, expect, test } from "vitest";
import { EventDecoder, type EventStreamOptions } from "../../src/stream/event-stream.js";
import { cuts, decode } from "../support/decode.js";

const read = (text: string, options?: EventStreamOptions) =>
  decode(new EventDecoder(options), [text]);
const message = { event: "message", id: "", retry: undefined };

describe("events, however the body is cut", () => {
  test.each<[string, string, object[]]>([
    ["one line", "data: a\n\n", [{ data: "a" }]],
    ["no space", "data:a\n\n", [{ data: "a" }]],
    ["one space of two", "data:  a\n\n", [{ data: " a" }]],
    ["several lines", "data: a\ndata\ndata: b\n\n", [{ data: "a\n\nb" }]],
    ["an empty line of data", "data\n\n", [{ data: "" }]],
    ["a name", "event: add\ndata: 1\n\ndata: 2\n\n", [{ event: "add", data: "1" }, { data: "2" }]],
    ["an event without data", "event: add\n\ndata: 1\n\n", [{ data: "1" }]],
    ["comments", ": hello\n\ndata: a\n: more\ndata: b\n\n", [{ data: "a\nb" }]],
    ["a colon in the data", "data: a: b\n\n", [{ data: "a: b" }]],
    ["a mark of byte order", "\ufeffdata: a\n\n", [{ data: "a" }]],
    ["a mark of byte order later", "data: \ufeffa\n\n", [{ data: "\ufeffa" }]],
    ["carriage returns", "data: a\rdata: b\r\rdata: c\r\r", [{ data: "a\nb" }, { data: "c" }]],
    ["both ends", "data: a\r\ndata: b\r\n\r\ndata: c\n\r\n", [{ data: "a\nb" }, { data: "c" }]],
    ["other ends of lines", "data: a\u2028b\u0085c\n\n", [{ data: "a\u2028b\u0085c" }]],
    ["many bytes a character", "data: ä€😀\n\n", [{ data: "ä€😀" }]],
    ["unknown fields", "datum: a\nDATA: b\ndata: c\n\n", [{ data: "c" }]],
    ["an end in the middle", "data: a\n\ndata: b\n", [{ data: "a" }]],
    ["nothing", "", []],
    [
      "ids, which last",
      "id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n",
      [{ id: "1", data: "a" }, { id: "1", data: "b" }, { data: "c" }],
    ],
    ["an id without data", "id: 1\n\ndata: a\n\n", [{ id: "1", data: "a" }]],
    ["an id with NUL", "id: 1\0\ndata: a\n\n", [{ data: "a" }]],
    [
      "times to wait, which last",
      `retry: 10\n\ndata: a\n\nretry: 2x\nretry: ${"9".repeat(16)}\ndata: b\n\n`,
      [
        { retry: 10, data: "a" },
        { retry: 10, data: "b" },
      ],
    ],
  ])("%s", (_, text, expected) => {
    const events = expected.map((event) => ({ ...message, ...event }));
    for (const pieces of cuts(text)) expect(decode(new EventDecoder(), pieces)).toEqual(events);
  });
});

describe("data", () => {
  const text = 'event: add\ndata: {"a":\ndata: 1}\n\nevent: say\ndata: 1\n\ndata: 2\n\n';
  test.each<[EventStreamOptions, unknown[]]>([
    [{}, ['{"a":\n1}', "1", "2"]],
    [{ json: true }, [{ a: 1 }, 1, 2]],
    [{ json: true, text: ["say"] }, [{ a: 1 }, "1", 2]],
    [{ json: ["add", "message"] }, [{ a: 1 }, "1", 2]],
    [{ end: "1" }, ['{"a":\n1}']],
  ])("%o", (options, data) => {
    expect(read(text, options).map((event) => (event as { data: unknown }).data)).toEqual(data);
  });

  test("what is not JSON throws, behind the events before it", () => {
    const found = new EventDecoder({ json: true }).push(
      new TextEncoder().encode("data: 1\n\ndata: {\n\n"),
    );
    expect(found.next().value).toMatchObject({ data: 1 });
    expect(() => found.next()).toThrow(SyntaxError);
  });
});

test("tells how much of an event it holds, comments and events that are whole aside", () => {
  const decoder = new EventDecoder();
  const held = (text: string) => (decode(decoder, [text]), decoder.held);
  expect(held(": a comment\n\n".repeat(9))).toBe(0);
  expect(held(": still there\n".repeat(9))).toBe(0);
  expect(held("data: 12345\ndata: 123")).toBe(20);
  expect(held("\n\n")).toBe(0);
});
