import { oneLine } from "./one-line.js";

/** Where in the sources something is: a file, a place in its text, and a JSON pointer into the file. */
export interface Location {
  /** Path as the user would write it, relative to the working folder where that is shorter. */
  readonly file: string;
  /** 1-based line; absent where the problem is the file as a whole. */
  readonly line?: number;
  /** 1-based column. */
  readonly column?: number;
  /** JSON pointer (RFC 6901) into `file`, `""` for its root. */
  readonly pointer?: string;
}

/** One thing that is wrong with a document, an option or a file, said so that it can be mended. */
export interface Problem {
  readonly severity: "error" | "warning";
  readonly location: Location;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** How to mend it, one sentence. */
  readonly fix: string;
}

/** `file:line:column #/pointer`, the parts that are known. */
export function formatLocation(location: Location): string {
  const place = [location.file, location.line, location.line && location.column]
    .filter((part) => part !== undefined)
    .join(":");
  return location.pointer === undefined ? place : `${place} #${location.pointer}`;
}

/** A problem on one line: place, what is wrong, how to mend it; a warning says that it is one. */
export function formatProblem(problem: Problem): string {
  const { severity, location, message, fix } = problem;
  const label = severity === "warning" ? "warning: " : "";
  const line = `${label}${formatLocation(location)}: ${message} ${fix}`;
  // A line break or an escape sequence in document text must not fake a second line.
  return oneLine(line).trim();
}

/**
 * Thrown when the document or the options are wrong: nothing was written.
 * `problems` holds all that was found, errors and warnings, in document order.
 */
export class ProblemsError extends Error {
  override readonly name = "ProblemsError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
  }
}
