import { expect, test } from "vitest";
import { JsonSequenceDecoder } from "../../src/stream/json-sequence.js";
import { cuts, decode } from "../support/decode.js";

const RS = "\u001e";

test.each<[string, string, unknown[]]>([
  ["texts", `${RS}{"a":1}\n${RS}[2]\n${RS}3\n`, [{ a: 1 }, [2], 3]],
  ["texts of several lines", `${RS}{\n"a":\n1\n}\n${RS}[\n]\n`, [{ a: 1 }, []]],
  ["no line feed behind what ends by itself", `${RS}{"a":1}${RS}"x"${RS}[]`, [{ a: 1 }, "x", []]],
  ["separators without texts", `${RS}${RS}\n${RS}1\n`, [1]],
  ["many bytes a character", `${RS}"ä€😀"\n`, ["ä€😀"]],
  ["nothing", "", []],
])("%s, however the body is cut", (_, text, items) => {
  for (const pieces of cuts(text)) expect(decode(new JsonSequenceDecoder(), pieces)).toEqual(items);
});

test("gives a text at its line feed, before the next separator", () => {
  const found = new JsonSequenceDecoder().push(new TextEncoder().encode(`${RS}{"a":1}\n`));
  expect(found.next().value).toEqual({ a: 1 });
});

test.each([`${RS}{\n`, `${RS}{"a":1${RS}1\n`, `${RS}12`, `${RS}12${RS}3\n`, `${RS}true`])(
  "%j is cut off, and refused",
  (text) => {
    expect(() => decode(new JsonSequenceDecoder(), [text])).toThrow(SyntaxError);
  },
);
