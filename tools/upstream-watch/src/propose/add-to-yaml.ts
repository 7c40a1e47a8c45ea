import { isMap, isScalar, isSeq, parseDocument, stringify, type Node } from "yaml";

/** What stands under a JSON pointer. The keys of YAML may be numbers: `200:`. */
function find(text: string, pointer: string): unknown {
  let node: unknown = parseDocument(text).contents;
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (isSeq(node)) node = node.items[Number(key)];
    else if (isMap(node)) {
      node = node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)?.value;
    } else return undefined;
  }
  return node;
}

/**
 * Adds a member to an object of a YAML text. Everything else stays as it was written, comments included.
 *
 * @param pointer of the object.
 * @returns the new text; `undefined` if there is no such object in block style.
 */
export function addMember(
  text: string,
  pointer: string,
  name: string,
  value: unknown,
): string | undefined {
  const node = find(text, pointer);
  if (!isMap(node) || node.flow || node.items.length === 0) return undefined;
  if (node.has(name)) return text;
  const [first] = node.items;
  const last = node.items.at(-1);
  const start = rangeOf(first?.key)?.[0];
  const end = (rangeOf(last?.value) ?? rangeOf(last?.key))?.[1];
  if (start === undefined || end === undefined) return undefined;
  return insertLines(
    text,
    end,
    columnOf(text, start),
    stringify({ [name]: value }, { lineWidth: 0 }),
  );
}

/**
 * Adds a value to a list of a YAML text. Everything else stays as it was written.
 *
 * @param pointer of the list.
 * @returns the new text; `undefined` if there is no such list.
 */
export function addItem(text: string, pointer: string, value: unknown): string | undefined {
  const node = find(text, pointer);
  if (!isSeq(node)) return undefined;
  if (node.items.some((item) => isScalar(item) && item.value === value)) return text;
  const end = rangeOf(node.items.at(-1))?.[1];
  if (end === undefined || !isScalar(node.items.at(-1))) return undefined;
  const written = stringify(value, { lineWidth: 0 }).trimEnd();
  if (node.flow) return `${text.slice(0, end)}, ${written}${text.slice(end)}`;
  const start = node.range?.[0] ?? 0;
  return insertLines(text, end, columnOf(text, start), `- ${written}\n`);
}

function rangeOf(node: unknown): Node["range"] {
  return (node as Node | null | undefined)?.range;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

/** Behind the line in which something ends. */
function insertLines(text: string, end: number, indent: number, lines: string): string {
  const ended = text.slice(0, end).trimEnd().length;
  const lineEnd = text.indexOf("\n", ended);
  const at = lineEnd === -1 ? text.length : lineEnd;
  const indented = lines.trimEnd().replace(/^(?=.)/gm, " ".repeat(indent));
  return `${text.slice(0, at)}\n${indented}${text.slice(at)}`;
}
