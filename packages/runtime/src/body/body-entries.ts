import { revealed } from "../revealed.js";

/** The pairs of a form: one for every property of a body, for an array one for every item. What is null or undefined is left out. */
export function* bodyEntries(body: unknown): Generator<[name: string, value: unknown]> {
  for (const [name, value] of Object.entries(body as Record<string, unknown>)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (item !== undefined && item !== null) yield [name, revealed(item)];
    }
  }
}

/** Text as it is, anything else as JSON. */
export function entryText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
