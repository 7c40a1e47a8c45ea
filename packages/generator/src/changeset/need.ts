import type { Change, Level } from "../compare/change.js";
import type { Section } from "../compare/report/report-rows.js";
import type { Package } from "./workspace.js";

/** What has become of a package since a commit, and what its release has to be. */
export interface Need {
  readonly package: Package;
  /** What the changes ask for. */
  readonly level: Level;
  /** How a changeset says it: see `releaseType`. */
  readonly release: Level;
  /** Files of its documents that changed, from the repository's root; none where only its surface did. */
  readonly sources: readonly string[];
  /** Reports of its exports that changed, from the repository's root. */
  readonly reports: readonly string[];
  /** Its documents that were compared, as `clientgen diff` takes them. */
  readonly documents: readonly { readonly old: string; readonly new: string }[];
  /** What callers notice, judge by judge. */
  readonly changes: readonly Change[];
  /** The same for people. */
  readonly sections: readonly Section[];
  /** The package is released for the first time. */
  readonly isNew: boolean;
}
