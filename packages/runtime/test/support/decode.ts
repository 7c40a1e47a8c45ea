import type { StreamDecoder } from "../../src/stream/stream-decoder.js";

/** All items of a body that comes in these pieces. */
export function decode(
  decoder: StreamDecoder,
  pieces: readonly (string | Uint8Array)[],
): unknown[] {
  const items: unknown[] = [];
  const encoder = new TextEncoder();
  for (const piece of [...pieces, undefined]) {
    const bytes = typeof piece === "string" ? encoder.encode(piece) : piece;
    const found = decoder.push(bytes);
    for (let next = found.next(); !next.done; next = found.next()) items.push(next.value);
  }
  return items;
}

/** The same body whole, byte by byte, and cut in two at each place. */
export function cuts(text: string): Uint8Array[][] {
  const bytes = new TextEncoder().encode(text);
  const two = Array.from({ length: bytes.length + 1 }, (_, at) => [
    bytes.subarray(0, at),
    bytes.subarray(at),
  ]);
  return [[bytes], Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)), ...two];
}
