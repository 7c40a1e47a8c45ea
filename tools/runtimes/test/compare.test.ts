import { expect, test } from "vitest";
import { differences } from "../src/compare.ts";
import { normalise } from "../src/normalise.ts";
import type { Recorded } from "../src/server/record.ts";

const request = (more: Partial<Recorded> = {}): Recorded => ({
  method: "POST",
  target: "/a?b=c",
  headers: [
    ["content-type", "text/plain"],
    ["x-a", "b"],
    ["user-agent", "one"],
    ["sec-fetch-mode", "cors"],
  ],
  body: "text",
  ...more,
});

const compare = (one: Partial<Recorded>, other: Partial<Recorded>, ignored?: string[]) =>
  differences(normalise(request(one)), normalise(request(other)), ignored);

test("the same request has no differences, whatever a platform adds", () => {
  const { headers } = request();
  const more = [...headers.slice(0, 2), ["user-agent", "two"], ["accept", "*/*"]] as const;
  expect(compare({}, { headers: more })).toEqual([]);
});

test("method, target, headers and body differ in a line each", () => {
  const other = {
    method: "PUT",
    headers: [["x-a", "c"]] as const,
    body: "next",
  };
  expect(compare({}, other)).toEqual([
    'target: "POST /a?b=c", elsewhere "PUT /a?b=c"',
    'header content-type: "text/plain", elsewhere none',
    'header x-a: "b", elsewhere "c"',
    'body: "text", elsewhere "next"',
  ]);
  expect(compare({}, other, ["target", "body", "header x-a"])).toEqual([
    'header content-type: "text/plain", elsewhere none',
  ]);
});

test("of long bodies the place is shown where they part", () => {
  const [line] = compare({ body: `${"a".repeat(500)}b` }, { body: `${"a".repeat(500)}c` });
  expect(line).toBe(
    `body: …"${"a".repeat(60)}b"… (501 bytes), elsewhere …"${"a".repeat(60)}c"… (501 bytes)`,
  );
});

test("boundaries have one name, and lengths count it", () => {
  const parts = (boundary: string, text: string): Partial<Recorded> => {
    const body = `--${boundary}\r\n\r\n${text}\r\n--${boundary}--\r\n`;
    return {
      headers: [
        ["content-type", `multipart/form-data; boundary=${boundary}`],
        ["content-length", String(body.length)],
      ],
      body,
    };
  };
  expect(compare(parts("abc", "x"), parts("something-longer", "x"))).toEqual([]);
  expect(compare(parts("abc", "x"), parts("abc", "y"))).toHaveLength(1);
});

test("a length that is not that of the body is a difference", () => {
  expect(
    compare({ headers: [["content-length", "4"]] }, { headers: [["content-length", "5"]] }),
  ).toEqual(['header content-length: "4", elsewhere "5"']);
});
