/** The pairs of a form: one for every property of a body, for an array one for every item. What is neither text nor a blob becomes JSON. */
export function* bodyEntries(
  body: unknown,
  toJson: (value: unknown) => string | Blob = JSON.stringify,
): Generator<[name: string, value: string | Blob]> {
  for (const [name, value] of Object.entries(body as Record<string, unknown>)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (item instanceof Blob || typeof item === "string") yield [name, item];
      else if (item !== undefined) yield [name, toJson(item)];
    }
  }
}
