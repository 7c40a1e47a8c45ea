import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";

/** Connections and what leads to them, as Node calls what keeps a process alive. */
export const sockets = /^(TCPSocketWrap|TLSWrap|TCPConnectWrap|GetAddrInfoReqWrap|Zlib)$/;

/** Timers. The test runner has some of its own, which pass. */
export const timers = /^(Timeout|Immediate)$/;

function alive(kinds: RegExp): number {
  return process.getActiveResourcesInfo().filter((kind) => kinds.test(kind)).length;
}

/** Waits until something is so, or for long enough even on a busy machine. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2_000 && !isSo(); turn++) await sleep(5);
}

/** Remembers what keeps the process alive now; the function that it gives waits until there is no more than that. */
export function leftOver(kinds: RegExp): () => Promise<void> {
  const before = alive(kinds);
  return async () => {
    await until(() => alive(kinds) <= before);
    expect(alive(kinds)).toBeLessThanOrEqual(before);
  };
}
