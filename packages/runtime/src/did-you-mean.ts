/**
 * A question for a message about a name that is unknown: the one known name that differs from it in case or by one letter
 * that is wrong, missing, too many, or swapped with its neighbour.
 */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = known.filter((each) => isNear(name.toLowerCase(), each.toLowerCase()));
  return near.length === 1 ? ` Did you mean ${near[0]}?` : "";
}

function isNear(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA === (restB[1] ?? "") + (restB[0] ?? "") + restB.slice(2)
  );
}
