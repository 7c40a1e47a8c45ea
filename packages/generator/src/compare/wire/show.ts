/** How much of a value a sentence shows. */
const LONGEST = 60;

/** How many values a sentence lists. */
const MOST_LISTED = 8;

/** A value of a document, as a sentence names it. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** Some values, as a sentence lists them. */
export function showAll(values: readonly unknown[]): string {
  const shown = values.slice(0, MOST_LISTED).map(show);
  const rest = values.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}

/** The same text for values that are equal, in whatever order their members stand. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, member: unknown) =>
      typeof member === "object" && member !== null && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => inOrder(a, b)))
        : member,
    ) ?? ""
  );
}

/** Sorts texts by their code units, the same on every machine. */
export function inOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
