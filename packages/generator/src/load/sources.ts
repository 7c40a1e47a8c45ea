import type { ProblemsError } from "../problem.js";
import type { SourceDocument } from "./parse-document.js";

/** A place in a loaded file. */
export interface Origin {
  readonly source: SourceDocument;
  readonly pointer: string;
}

/** Why a reference can't be followed, and how to mend it. */
export interface Lost {
  readonly message: string;
  readonly fix: string;
  /** Whether what it leads to is there, and wrong: that can't be done without. */
  readonly isBroken?: boolean;
}

/**
 * A document's files by absolute path or URL. One that can't be loaded stands as its error, one that
 * may not be read as what to say of a reference to it.
 */
export type Sources = ReadonlyMap<string, SourceDocument | ProblemsError | Lost>;
