import type { Ledger } from "./ledger.js";
import type { SchemaJudge } from "./schemas/schema-judge.js";
import type { Side } from "./side.js";

/** What all comparisons of two documents share. */
export interface Context {
  readonly old: Side;
  readonly new: Side;
  readonly judge: SchemaJudge;
  readonly ledger: Ledger;
  /** For names of security schemes in the new document, those of the same in the old one. */
  readonly schemes: ReadonlyMap<string, string>;
}
