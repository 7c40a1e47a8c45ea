import { isAbsolute } from "node:path";
import type { Diagnostic } from "./run-compiler.js";

/** The errors of a program with the new client, beside those of the program as it is. */
export interface Compared {
  /** At places that had no such error. */
  readonly added: readonly Diagnostic[];
  /** At places that had an error of the same code in other words. */
  readonly changed: readonly Diagnostic[];
}

/**
 * Tells new errors from those that a project has already. Its files are the same in both programs: an error is
 * known if there was one at the same place with the same code and the same words. Files of packages are other ones
 * in other versions, so that lines say nothing there.
 */
export function compareErrors(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): Compared {
  const rest = without(after, before, wholeKey);
  // What is left of them was at these places before, too: a type that an error spells out may have changed.
  const added = without(rest, without(before, after, wholeKey), placeKey);
  return { added, changed: rest.filter((error) => !added.includes(error)) };
}

function wholeKey(error: Diagnostic): string {
  return `${placeKey(error)} ${error.lines.join("\n")}`;
}

function placeKey({ file, line, column, code }: Diagnostic): string {
  const isPackage = file !== undefined && !isAbsolute(file);
  return isPackage ? `${file} ${code}` : `${file}:${line}:${column} ${code}`;
}

/** The errors that `others` has not, each of `others` taken once. */
function without(
  errors: readonly Diagnostic[],
  others: readonly Diagnostic[],
  key: (error: Diagnostic) => string,
): Diagnostic[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(key(other), (counts.get(key(other)) ?? 0) + 1);
  return errors.filter((error) => {
    const count = counts.get(key(error)) ?? 0;
    counts.set(key(error), count - 1);
    return count <= 0;
  });
}
