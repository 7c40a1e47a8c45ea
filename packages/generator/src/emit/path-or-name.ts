/** A property at the top is told by its name alone. */
export function pathOrName(
  path: readonly string[] | undefined,
): string | readonly string[] | undefined {
  return path?.length === 1 ? path[0] : path;
}
