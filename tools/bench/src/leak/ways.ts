import {
  type Call,
  callOperation,
  type Client,
  type ClientDefinition,
  type ClientDetails,
  createFullClient,
  eventStream,
  type OperationDefinition,
  RUNTIME_RANGE,
} from "@plaid-partner/runtime/client";

/** One way for a call to end before its time. `shared` lives as long as all calls. */
export type Way = (shared: AbortSignal) => Promise<unknown>;

const definition = {
  runtime: RUNTIME_RANGE,
  environments: {},
  credentials: { key: { name: "key" } },
  security: [["key"]],
  headers: {},
  errors: {},
} as const satisfies ClientDefinition;

const details = { sensitive: [], bodyFields: {} } as const satisfies ClientDetails;

const operation = (path: string): OperationDefinition => ({
  id: path.slice(1),
  method: "POST",
  path,
  idempotent: true,
});
const silent = operation("/silent");
const half = operation("/half");
const busy = operation("/busy");
const stream: OperationDefinition = {
  ...operation("/stream"),
  response: eventStream(),
  accept: "text/event-stream",
};

/** Milliseconds until a call is ended, by whatever ends it. */
const soon = 10;
const body = { text: "x".repeat(1_000) };

/** All ways, by what they are called in the report. */
export function waysToEnd(baseUrl: string): Readonly<Record<string, Way>> {
  const client = createFullClient(definition, details, {
    baseUrl,
    credentials: { key: "key-of-the-leak-test" },
    maxRetryDelay: 1_000_000,
    retryBudget: 1_000_000,
  });
  const slow = createFullClient(definition, details, {
    baseUrl,
    credentials: { key: () => new Promise<never>(() => {}) },
  });
  const aborted = (caller: Client, which: OperationDefinition) => async () => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(new Error("enough")), soon);
    try {
      await callOperation(caller, which, { body }, { signal: controller.signal });
    } finally {
      clearTimeout(timer);
    }
  };
  const ended = (which: OperationDefinition, options: object) => (signal: AbortSignal) =>
    callOperation(client, which, { body }, { signal, retries: 0, ...options });
  return {
    "timeout before the headers": ended(silent, { timeout: soon }),
    "timeout amid the body": ended(half, { timeout: soon }),
    "deadline before the headers": ended(silent, { deadline: soon }),
    "deadline between attempts": ended(busy, { deadline: soon, retries: 2 }),
    "aborted before it starts": () =>
      callOperation(client, silent, { body }, { signal: AbortSignal.abort() }),
    "aborted while credentials are awaited": aborted(slow, silent),
    "aborted before the headers": aborted(client, silent),
    "aborted amid the body": aborted(client, half),
    "aborted between attempts": aborted(client, busy),
    "deadline amid a stream": async (signal) => {
      const events = await callOperation<Call<AsyncIterable<unknown>>>(
        client,
        stream,
        { body },
        { signal, deadline: soon * 3 },
      );
      for await (const event of events) void event;
    },
  };
}
