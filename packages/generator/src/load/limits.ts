/** What a document may cost: far more than any real one does, and little enough to be told of at once. */
export const LIMITS = {
  /** Bytes of all files of a document together. The largest known one has 47 MB. */
  bytes: 100_000_000,
  /** Maps and lists inside of each other. Real documents have up to 34; from about 400 on stacks overflow. */
  nesting: 200,
  /** Values that a file may have once its aliases are written out, if not ten times its own. */
  aliasedValues: 1_000_000,
  /** Maps and lists that are copied from other files to where they are referred to. */
  inlined: 300_000,
  /** References in a row before something else than a reference comes. */
  chain: 100,
  /** Seconds from a request to the end of its answer, unless the user says otherwise. */
  seconds: 30,
  redirects: 10,
} as const;

/** `104857600` as `104.9 MB`. */
export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 100_000) / 10} MB`;
}
