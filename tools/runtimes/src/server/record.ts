/** A request as it came over the wire. */
export interface Recorded {
  readonly method: string;
  /** Without the steps that name runtime and check. */
  readonly target: string;
  /** Names in lower case, in the order in which they came. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** A character for each byte. */
  readonly body: string;
}

/** Node's `rawHeaders` in pairs. */
export function pairsOf(raw: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    pairs.push([(raw[at] ?? "").toLowerCase(), raw[at + 1] ?? ""]);
  }
  return pairs;
}
