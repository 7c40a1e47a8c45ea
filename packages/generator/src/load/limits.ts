/** What a document may cost: far more than any real one does, and little enough to be told of at once. */
export const LIMITS = {
  /** Bytes of all files of a document together. The largest known one has 47 MB. */
  bytes: 100_000_000,
  /** Maps and lists inside of each other. Real documents have up to 34; from about 400 on stacks overflow. */
  nesting: 200,
  /** Values that a file may have once its aliases are written out, if not ten times its own. */
  aliasedValues: 1_000_000,
} as const;
