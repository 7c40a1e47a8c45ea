/** A place in a project, or in the client, with an error that the new version brings. */
export interface Break {
  /** Relative to the project, with `/`; of a client's file below its name; absent for an error of no file. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
  /** TypeScript's number for the error, as `TS2345`. */
  readonly code: string;
  /** What is wrong, and the deepest reason, shortened. */
  readonly message: string;
  /** All that the compiler says, a line for each step. */
  readonly lines: readonly string[];
  /** The operation or export of the client that this is about, where the syntax shows it. */
  readonly name?: string;
}

/** What another version of a client does to a project. */
export interface UpgradeReport {
  /** What the project imports the client by. */
  readonly package: string;
  /** The installed version. */
  readonly from: string;
  /** The version that was checked against. */
  readonly to: string;
  readonly typescript: { readonly version: string; readonly own: boolean };
  /** The configurations that were checked, relative to the project. */
  readonly configs: readonly string[];
  /** Packages that the new version needs in versions that the project does not have. */
  readonly brings: readonly { readonly name: string; readonly version: string }[];
  /** Errors that the upgrade would bring, in the order of files and lines. */
  readonly breaks: readonly Break[];
  /** Errors that the project has already, whose words would change. */
  readonly changed: readonly Break[];
  /** How many errors the project has already. */
  readonly already: number;
  readonly warnings: readonly string[];
}
