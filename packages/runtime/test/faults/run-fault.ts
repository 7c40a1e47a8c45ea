import type { CallOptions, Hooks } from "../../src/index.js";
import { client, createThing, failure, updateThing } from "../support/things.js";
import { type Fault, longestDelay, type Outcomes } from "./fault.js";
import { until } from "./left-over.js";
import type { Target } from "./servers/scripted-server.js";

/** What a call came to, and everything that was shown of it. */
export interface Ran {
  readonly error: (Error & Record<string, unknown>) | undefined;
  readonly data: unknown;
  readonly attempts: number;
  readonly delays: readonly number[];
  readonly shown: readonly unknown[];
}

/** Longer than a test needs, and shorter than it may take; what is left of its timer is found by then. */
const deadline = 20_000;

/** Calls an operation of one kind, which meets the fault. */
export async function runFault(
  fault: Fault,
  { url, connections }: Target,
  kind: keyof Outcomes,
  options: CallOptions,
): Promise<Ran> {
  const shown: unknown[] = [];
  const delays: number[] = [];
  let attempts = 0;
  const show = (...values: unknown[]) => void shown.push(...values);
  const hooks: Hooks = {
    onRequest: (view) => (attempts++, show(view)),
    onResponse: show,
    onRetry: (view) => (delays.push(view.delay), show(view)),
    onError: show,
  };
  const logger = { debug: show, info: show, warn: show, error: show };
  const things = client(url, { hooks, logger, maxRetryDelay: longestDelay });
  const send = kind === "idempotent" ? updateThing : createThing;
  const { body = { a: 1 }, timeout = deadline } = fault;
  if (fault.warm) {
    await createThing(things, {}, { retries: 0, deadline });
    attempts = 0;
    // `fetch` needs a moment until it takes the connection for free.
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (fault.warm === "closed") await until(() => !connections());
  }
  const call = send(things, body, { deadline, timeout, ...options });
  const result = await call.result();
  const error = result.ok ? undefined : await failure(call);
  shown.push(call, error);
  return { error, data: result.ok ? result.data : undefined, attempts, delays, shown };
}
