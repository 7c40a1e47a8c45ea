/** What the process held after some calls, garbage collected: bytes, but for the counts. */
export interface Sample {
  readonly calls: number;
  readonly heapUsed: number;
  /** Memory outside the heap that objects hold, array buffers included. */
  readonly external: number;
  readonly arrayBuffers: number;
  readonly rss: number;
  /** Listeners on the signal that all calls share. */
  readonly listeners: number;
  /** Sockets, timers and look-ups that keep the process alive. */
  readonly handles: number;
}

/** What the process that calls tells the one that serves. */
export type Message =
  { readonly sample: Sample } | { readonly outcomes: Readonly<Record<string, number>> };

/** Everything that a run found. */
export interface Leaks {
  readonly samples: readonly Sample[];
  /** How often calls ended how, by `way: error`. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Connections that the server had when the last call was over. */
  readonly connections: number;
  /** The process that called ended by itself: nothing kept it alive. */
  readonly ended: boolean;
}

/**
 * Bytes that each call leaves behind: the slope of the line that fits the later half of the samples best. The
 * earlier half is left out, in which caches fill and code is compiled.
 */
export function bytesPerCall(samples: readonly Sample[]): number {
  const later = samples.slice(Math.floor(samples.length / 2));
  const x = mean(later.map(({ calls }) => calls));
  const y = mean(later.map(held));
  const slope = later.reduce((sum, each) => sum + (each.calls - x) * (held(each) - y), 0);
  return slope / later.reduce((sum, { calls }) => sum + (calls - x) ** 2, 0);
}

/** The bytes that objects hold, in the heap and outside. */
export function held({ heapUsed, external }: Sample): number {
  return heapUsed + external;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
