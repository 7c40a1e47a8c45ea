/** How long the texts of types in a sentence may be. */
const LONGEST = 120;

/** A name as a sentence has it. */
export function quoted(text: string): string {
  return `\`${text}\``;
}

/** A type as a sentence has it: on one line, and not longer than can be read. */
export function quotedType(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return quoted(line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line);
}

/** Some names or values in a sentence, and how many more there are. */
export function listed(texts: readonly string[], most = 5): string {
  const shown = texts.slice(0, most).map(quoted);
  const others = texts.length - shown.length;
  if (others > 0) return `${shown.join(", ")} and ${others} more`;
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
