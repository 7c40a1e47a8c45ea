import type * as customer from "@plaid-partner/customer-client";
import type { ClientOptions } from "@plaid-partner/runtime/client";
import { groups } from "./groups.ts";
import type { Check } from "./check.ts";
import { describeError } from "./describe-error.ts";
import type { SuiteModule, Tools } from "./tools.ts";

/** Where the suite runs, and what it talks to. */
export interface Place {
  /** The server's origin. */
  readonly server: string;
  /** The runtime's id: a step in every path. */
  readonly runtime: string;
  /** An origin of this machine where nobody listens. */
  readonly nobody: string;
  /** Milliseconds after which a check counts as hanging. */
  readonly limit: number;
}

/** What came of a check: what it saw, or why there is nothing to see. */
export type Seen = { readonly saw: unknown } | { readonly broke: string };

/** What a runtime tells when it is done. */
export interface Report {
  readonly checks: Readonly<Record<string, Seen>>;
  /** Rejections that nobody handled, where the platform tells. */
  readonly unhandled: readonly string[];
}

const CREDENTIALS = { clientId: "client-id-1", secret: "secret-of-the-suite" };

/** Runs every check, one after the other, and sends the server what was seen. */
export async function runSuite(
  place: Place,
  api: typeof customer,
  { createSuiteClient }: SuiteModule,
): Promise<void> {
  const unhandled: string[] = [];
  const scope = globalThis as { addEventListener?: typeof addEventListener };
  scope.addEventListener?.("unhandledrejection", (event) => {
    unhandled.push(String(event.reason));
  });
  const checks: Record<string, Seen> = {};
  for (const { checks: each } of groups) {
    for (const check of each) {
      checks[check.name] = await runCheck(
        check,
        toolsFor(check, place, api, createSuiteClient),
        place.limit,
      );
    }
  }
  const report: Report = { checks, unhandled };
  await fetch(`${place.server}/control/report/${place.runtime}`, {
    method: "POST",
    body: JSON.stringify(report),
  });
}

async function runCheck(check: Check, tools: Tools, limit: number): Promise<Seen> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Seen>((resolve) => {
    timer = setTimeout(() => resolve({ broke: `not done within ${limit} ms` }), limit);
  });
  // A check that throws before it gives a promise breaks as well.
  const done = Promise.resolve()
    .then(() => check.run(tools))
    .then(
      (saw): Seen => ({ saw }),
      (error: unknown): Seen => ({ broke: explain(error) }),
    );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return `${error.name}: ${error.message}${cause === undefined ? "" : ` (${explain(cause)})`}`;
}

function toolsFor(
  check: Check,
  { server, runtime, nobody }: Place,
  api: typeof customer,
  createSuiteClient: SuiteModule["createSuiteClient"],
): Tools {
  const step = `${runtime}/${encodeURIComponent(check.name)}`;
  const url = `${server}/check/${step}`;
  const control = async (verb: string) => {
    const answer = await fetch(`${server}/control/${verb}/${step}`);
    return answer.text();
  };
  const browser = { dangerouslyAllowBrowser: true };
  const describe = (error: unknown) => describeError(api, error);
  return {
    api,
    url,
    nobody,
    client: (options) =>
      api.createCustomerClient({ baseUrl: url, credentials: CREDENTIALS, ...browser, ...options }),
    suite: (options?: ClientOptions) => createSuiteClient({ baseUrl: url, ...browser, ...options }),
    received: async (count) => void (await control(`received-${count}`)),
    fresh: async () => {
      await control("fresh");
      // The ends of connections have to arrive.
      await new Promise((resolve) => setTimeout(resolve, 200));
    },
    go: async () => void (await control("go")),
    closed: async () => (await control("closed")) === "true",
    describe,
    outcome: async (call) => {
      try {
        return { gives: await call() };
      } catch (error) {
        return { fails: describe(error) };
      }
    },
  };
}
