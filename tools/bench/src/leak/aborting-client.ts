// The process that calls. `node --expose-gc aborting-client.ts URL CALLS EVERY [keep]`, with a channel to its parent.
import { getEventListeners, setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Message, Sample } from "./sample.ts";
import { type Way, waysToEnd } from "./ways.ts";

const [url = "", calls = "", every = "", keep] = process.argv.slice(2);

/** Calls at a time. */
const together = 50;

const shared = new AbortController();
const ways = Object.entries(waysToEnd(url));
const outcomes: Record<string, number> = {};
/** What a leak looks like, so that it can be seen that it is found. */
const kept: unknown[] = [];

setMaxListeners(0, shared.signal);
for (let done = 0; done < Number(calls);) {
  const batch = Math.min(together, Number(every) - (done % Number(every)), Number(calls) - done);
  await Promise.all(
    Array.from({ length: batch }, (_, index) => end(...ways[(done + index) % ways.length]!)),
  );
  done += batch;
  if (done % Number(every) === 0) tell({ sample: await sample(done) });
}
const last = Promise.all(
  Array.from({ length: together }, () => end("the shared signal", ways[0]![1])),
);
shared.abort(new Error("enough"));
await last;

// Until the other side has counted connections. Then nothing is to keep this process alive.
process.once("message", () => process.disconnect());
tell({ outcomes });

/** Makes a call that ends in one of the ways, and counts how. */
async function end(name: string, way: Way): Promise<void> {
  const error = await way(shared.signal).then(
    () => undefined,
    (error: Error) => error,
  );
  if (keep) kept.push(error, new Uint8Array(1_000));
  const outcome = `${name}: ${error?.name}`;
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
}

async function sample(calls: number): Promise<Sample> {
  // What a finalizer frees is gone only after the next collection.
  for (let turn = 0; turn < 3; turn++) {
    await sleep(5);
    globalThis.gc?.();
  }
  return {
    calls,
    ...process.memoryUsage(),
    listeners: getEventListeners(shared.signal, "abort").length,
    handles: process.getActiveResourcesInfo().filter((kind) => /TCP|TLS|Addr|Timeout/.test(kind))
      .length,
  };
}

function tell(message: Message): void {
  process.send?.(message);
}
