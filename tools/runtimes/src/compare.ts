import type { Comparable } from "./normalise.ts";

/** In what two requests differ, in a line each: nothing where they are the same. */
export function differences(
  one: Comparable,
  other: Comparable,
  ignored: readonly string[] = [],
): string[] {
  const names = new Set([...Object.keys(one.headers), ...Object.keys(other.headers)]);
  const rows: [string, string | undefined, string | undefined][] = [
    ["target", one.line, other.line],
    ...[...names]
      .sort()
      .map((name): [string, string | undefined, string | undefined] => [
        `header ${name}`,
        one.headers[name],
        other.headers[name],
      ]),
    ["body", one.body, other.body],
  ];
  return rows
    .filter(([what, a, b]) => a !== b && !ignored.includes(what))
    .map(([what, a, b]) => `${what}: ${show(a, b)}, elsewhere ${show(b, a)}`);
}

/** A text, or what stands around the place where it leaves another one. */
function show(text: string | undefined, other: string | undefined): string {
  if (text === undefined) return "none";
  let at = 0;
  while (at < text.length && text[at] === other?.[at]) at++;
  const from = Math.max(0, at - 60);
  const part = JSON.stringify(text.slice(from, at + 60));
  return from > 0 || text.length > at + 60 ? `…${part}… (${text.length} bytes)` : part;
}
