import type { GivenProblem } from "./outcome.ts";

/**
 * Whether a document was refused for nothing but references that lead nowhere. The generator's word is
 * not taken for it: each reference is looked up here.
 */
export function isRefusedRightly(document: unknown, problems: readonly GivenProblem[]): boolean {
  return (
    problems.length > 0 &&
    problems.every(({ pointer }) => {
      const reference = pointer === undefined ? undefined : lookUp(document, pointer);
      return typeof reference === "string" && !resolves(document, reference);
    })
  );
}

/** The collection's documents stand alone: a reference out of one of them has no target. */
function resolves(document: unknown, reference: string): boolean {
  if (!reference.startsWith("#")) return false;
  return lookUp(document, decodeURIComponent(reference.slice(1))) !== undefined;
}

/** The value at a JSON pointer (RFC 6901). */
function lookUp(document: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null && Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined,
      document,
    );
}
