/** How a sentence names the operations that it is about: the first, and how many others. */
export function nameOperations([first = "", ...others]: readonly string[]): string {
  if (others.length === 0) return first;
  return `${first} and ${others.length} other operation${others.length > 1 ? "s" : ""}`;
}
