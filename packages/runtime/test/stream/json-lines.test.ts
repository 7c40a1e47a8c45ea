import { expect, test } from "vitest";
import { JsonLinesDecoder } from "../../src/stream/json-lines.js";
import { cuts, decode } from "../support/decode.js";

test.each<[string, string, unknown[]]>([
  ["lines", '{"a":1}\n[2]\n"x"\nnull\n', [{ a: 1 }, [2], "x", null]],
  ["no end of the last line", "1\n23", [1, 23]],
  ["CR LF", "1\r\n2\r\n", [1, 2]],
  ["a CR that ends no line", '{"a":\r1}\n', [{ a: 1 }]],
  ["empty lines", "\n1\n \n\n2\n", [1, 2]],
  ["a mark of byte order", "\ufeff1\n", [1]],
  ["many bytes a character", '"ä€😀\u2028"\n', ["ä€😀\u2028"]],
  ["nothing", "", []],
])("%s, however the body is cut", (_, text, items) => {
  for (const pieces of cuts(text)) expect(decode(new JsonLinesDecoder(), pieces)).toEqual(items);
});

test.each(["{\n", "1\n2}\n", "1 2\n", "{"])("%j is refused", (text) => {
  expect(() => decode(new JsonLinesDecoder(), [text])).toThrow(SyntaxError);
});

test("a long line takes time in proportion to its length", () => {
  const piece = new Uint8Array(1024).fill(0x20);
  const pieces = Array.from({ length: 32 * 1024 }, () => piece);
  expect(decode(new JsonLinesDecoder(), ["[", ...pieces, "]\n"])).toEqual([[]]);
});
