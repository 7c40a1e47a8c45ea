/** What `clientgen changeset --json` prints: the parts that are read. */
export interface Told {
  /** The commit that the work tree was compared with; `null` where there is none to be had. */
  readonly since: string | null;
  readonly clients: readonly {
    readonly package: string;
    readonly version: string;
    readonly bump: string;
    readonly release: string;
    /** No changeset releases it as it has to be. */
    readonly missing: boolean;
    readonly documents: readonly { readonly old: string; readonly new: string }[];
    readonly changes: readonly {
      readonly operation?: string;
    }[];
  }[];
  readonly changesets: readonly {
    readonly action: string;
    readonly path: string;
    readonly note?: string;
    readonly add?: readonly string[];
  }[];
}
