import type { TextOutline } from "./text-outline.js";

/** A text's content as plain data. */
export interface ParsedText {
  readonly root: unknown;
  /** Finds out where each value stands; costs about as much as parsing. */
  outline(): TextOutline;
}

/** Why a text can't be parsed. */
export interface TextProblem {
  readonly offset: number;
  readonly pointer?: string;
  readonly message: string;
  readonly fix: string;
}
