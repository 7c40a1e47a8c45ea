import type { AccessOptions } from "./load/access.js";
import type { Format } from "./format/formatter.js";
import type { Problem } from "./problem.js";
import type { FileChange } from "./model/emitted-file.js";

/** How a document is read. */
export interface LoadingOptions extends AccessOptions {
  /** Mends what is wrong where that is possible, with warnings: a lost reference becomes `unknown`. */
  readonly lenient?: boolean | undefined;
}

/** What to generate, and where. Paths are relative to the working folder. */
export interface GenerateOptions extends LoadingOptions {
  /** The OpenAPI document: a YAML or JSON file, or an https URL of one. */
  readonly spec: string;
  /** The folder that the `.ts` files are written into. It is made where it is missing. */
  readonly out: string;
  /** A README with `<!-- clientgen:… -->` blocks to keep up to date. */
  readonly readme?: string | undefined;
  /**
   * Globs over operationIds and paths: only operations that match one are generated, and the schemas
   * that they reach. Empty: all.
   */
  readonly include?: readonly string[];
  /**
   * What the files are formatted by. `auto`, the default: prettier where a configuration of prettier
   * holds for them, else oxfmt with lines of 100. `none` leaves them as they are made.
   */
  readonly format?: Format | undefined;
}

/** What a run tells of a client. */
export interface ClientSummary {
  /** Absolute path of the output folder. */
  readonly out: string;
  /** What writing will do, or did; `path` relative to `out`. */
  readonly changes: readonly FileChange[];
  readonly operations: number;
  /** Component schemas that the client has types of. */
  readonly schemas: number;
  readonly warnings: readonly Problem[];
}
