import { inspect } from "node:util";

/** Every way that a value is commonly printed. */
export function print(value: unknown): string {
  const texts = [
    inspect(value, { depth: Infinity, showHidden: true, getters: true }),
    asJson(value),
    String(value),
  ];
  for (
    let each = value, depth = 0;
    each instanceof Error && depth < 9;
    each = each.cause, depth++
  ) {
    texts.push(
      each.message,
      each.stack ?? "",
      inspect(each, { depth: Infinity, showHidden: true }),
      asJson(each),
    );
  }
  return texts.join("\n");
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch (error) {
    // What is nested deeper than the stack is printed by nothing.
    if (error instanceof RangeError) return "";
    throw error;
  }
}
