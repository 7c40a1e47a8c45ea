/** The values of a schema's `type` (JSON Schema 2020-12 validation, 6.1.1). */
export const SCHEMA_TYPES: readonly string[] = [
  "string",
  "number",
  "integer",
  "boolean",
  "object",
  "array",
  "null",
];

/**
 * A schema's `type` if it says something: a known type or a list of such. `null` without quotes, which
 * YAML makes no string of, counts as the type of that name.
 */
export function knownType(type: unknown): string | readonly string[] | undefined {
  const names = (Array.isArray(type) ? type : [type]).map((name: unknown) => name ?? "null");
  // An empty list would let no value in.
  if (names.length === 0) return undefined;
  if (!names.every((name) => typeof name === "string" && SCHEMA_TYPES.includes(name)))
    return undefined;
  return Array.isArray(type) ? (names as string[]) : (names[0] as string);
}
