import type { Location, Problem } from "../problem.js";
import type { Change, Level } from "./change.js";

/** A break that the team has accepted on purpose: an entry of `accepted-changes.yaml`. */
export interface AcceptedEntry {
  /** The document that it is of, as the list names it; absent for every document in the list's folder. */
  readonly document?: string | undefined;
  /** JSON pointer of a break, into the old or the new document. */
  readonly pointer: string;
  /** The rule that it accepts; every rule where it is absent. */
  readonly rule?: string | undefined;
  /** Why callers have to take it. */
  readonly reason: string;
  /** The package's version from which on the entry no longer holds: `0.5.0`. */
  readonly until: string;
  /** Where the entry stands. */
  readonly location: Location;
}

/** An entry with the breaks that it accepts. */
export interface Acceptance extends AcceptedEntry {
  readonly changes: readonly Change[];
}

/** What became of a document, for those who call the API through a client of it. */
export interface Comparison {
  /** What the version number has to do: the highest of the verdicts, in which an accepted break counts as `minor`. */
  readonly bump: Level;
  /** Each judge's own word, accepted or not; one that had nothing to judge by is absent. */
  readonly verdicts: {
    readonly wire: Level;
    readonly types?: Level | undefined;
    readonly api?: Level | undefined;
  };
  /** Every change that a caller can notice, judge by judge. What two judges found is in it twice. */
  readonly changes: readonly Change[];
  /** The breaks that were accepted on purpose. */
  readonly accepted: readonly Acceptance[];
  /** What is odd about the documents, or could not be judged. */
  readonly warnings: readonly Problem[];
}

/** A package whose client is made of the document that is compared. */
export interface ComparedClient {
  /** Absolute path of the package's folder in the work tree. */
  readonly folder: string;
  /** The package's version, as its `package.json` says now. */
  readonly version?: string | undefined;
}
