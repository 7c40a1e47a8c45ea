/** The most edits that a slip of the keyboard takes. */
const SLIP = 2;

/**
 * The one of `known` that somebody who wrote `word` most likely meant: at most two letters away,
 * case and underscores aside; `undefined` where none is that near.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, edits: countEdits(fold(word), fold(candidate)) }))
    .filter(({ edits }) => edits <= SLIP)
    .sort((a, b) => a.edits - b.edits);
  return best?.candidate;
}

/** How to mend a word out of a closed list: the one that was meant, or all that there are. */
export function suggest(word: unknown, known: readonly string[]): string {
  const meant = typeof word === "string" ? nearest(word, known) : undefined;
  return meant === undefined ? `Use one of ${known.join(", ")}.` : `Did you mean ${meant}?`;
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll("_", "-");
}

/**
 * Letters to put in, take out or replace, and neighbours to swap (the restricted Damerau-Levenshtein
 * distance), so that `pots` is nearer to `post` than to `put`.
 */
function countEdits(from: string, to: string): number {
  // Words that differ this much in length are never near, and some are very long.
  if (Math.abs(from.length - to.length) > SLIP) return Infinity;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[to.length] ?? Infinity;
}
