/** What the worker says of one generation. */
export type Generated =
  | { readonly kind: "written"; readonly operations: number; readonly warnings: number }
  | { readonly kind: "refused"; readonly problems: readonly GivenProblem[] }
  | { readonly kind: "broken"; readonly reason: string };

/** A problem that stopped a generation. */
export interface GivenProblem {
  readonly message: string;
  readonly pointer: string | undefined;
}

/** What became of a document. */
export interface Outcome {
  readonly path: string;
  /** Hash of the document's content and of the generator that it was given to. */
  readonly key: string;
  /** `refused`: not generated, because references of it lead nowhere. */
  readonly status: "passed" | "refused" | "failed";
  /** Why it did not pass; problems of the document, or the compiler's first complaints. */
  readonly reasons: readonly string[];
  /** Whether a refused document passes with `--lenient`. */
  readonly lenient?: boolean;
  /** Milliseconds of generating and of checking types. */
  readonly generateMs: number;
  readonly checkMs: number;
}

/** Why another generator failed that did not end. */
export const OUT_OF_TIME = "not done in time";
