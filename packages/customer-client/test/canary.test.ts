import { SANDBOX_CREDENTIALS, startSandbox } from "@plaid-partner/sandbox";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import {
  createCustomerClient,
  isClientError,
  type CustomerClientOptions,
  type UpdateCustomerRequest,
} from "../src/generated/index.js";
import { failure, placements } from "./support/clients.js";
import { newCustomer, someone } from "./support/requests.js";
import { failingPaths } from "./support/failing-paths.js";
import { json, nobody, serve, updated } from "./support/serve.js";
import { leaksOf, recording, tracesOf } from "./support/traces.js";

/** Once like the secrets that Plaid gives, once with all that JSON and URLs have to escape. */
const canaries = ["c4a41e7f3a91c2e5d84b06fe10", 'c4nary"7f3a\\91/c2 e5+d8%4b'];

/** A client whose secret is the canary, and whose hooks and log lines are kept. */
function watched(baseUrl: string, secret: string, options: CustomerClientOptions) {
  const { kept, options: watchers } = recording();
  const plaid = createCustomerClient({
    baseUrl,
    credentials: { clientId: "canary-client", secret },
    maxRetryDelay: 1,
    retries: 1,
    ...watchers,
    ...options,
  });
  return { plaid, kept };
}

beforeEach(() => void vi.stubEnv("PLAID_LOG", "debug"));
afterEach(() => void vi.unstubAllEnvs());

describe.each(canaries)("the canary %j", (canary) => {
  describe.each(placements)("in the %s", (credentialPlacement) => {
    test.each(failingPaths)(
      "is in no trace of: $title",
      async ({ answer, options, call, name }) => {
        const server = answer && (await serve(answer));
        const { plaid, kept } = watched(server?.url ?? (await nobody()), canary, {
          credentialPlacement,
          ...options,
        });
        const running = call ? call(plaid) : plaid.updateCustomer(someone);
        const error = await failure(running);

        expect(isClientError(error) && error.name).toBe(name);
        for (const { headers, body } of server?.seen ?? []) {
          const sent = JSON.parse(body) as { secret?: string };
          expect(credentialPlacement === "body" ? sent.secret : headers["plaid-secret"]).toBe(
            canary,
          );
        }
        expect(kept).not.toHaveLength(0);
        expect(leaksOf(canary, error, running, kept, plaid, plaid.raw)).toEqual([]);
      },
    );

    test("is in no trace of a refusal of the sandbox", async () => {
      const sandbox = await startSandbox();
      onTestFinished(() => sandbox.close());
      const { plaid, kept } = watched(sandbox.url, canary, { credentialPlacement });
      const misspelt = { ...someone, [canary]: canary } as UpdateCustomerRequest;
      const wrong = await failure(plaid.updateCustomer(misspelt));
      const right = { clientId: SANDBOX_CREDENTIALS.clientId, secret: canary };
      expect(isClientError(wrong) && wrong.name).toBe("AuthenticationError");
      const unknown = await failure(plaid.updateCustomer(someone, { credentials: right }));
      expect(leaksOf(canary, wrong, unknown, kept, plaid)).toEqual([]);
    });

    test("is in no trace of a success, whose body says what the server says", async () => {
      const { url } = await serve((response) => json(response, 200, updated));
      const { plaid, kept } = watched(url, canary, { credentialPlacement });
      const call = plaid.updateCustomer(someone);
      expect(leaksOf(canary, await call.withResponse(), call, kept, plaid)).toEqual([]);
    });
  });

  test("is in no trace of a credential that can't be sent", async () => {
    const { plaid, kept } = watched("http://127.0.0.1:1", `${canary}\n`, {});
    const error = await failure(plaid.updateCustomer(someone));
    expect(isClientError(error) && error.name).toBe("ConfigurationError");
    expect(leaksOf(canary, error, kept, plaid)).toEqual([]);
  });

  test("is in no trace of credentials in the wrong place", () => {
    const thrown: unknown[] = [];
    for (const options of [{ secret: canary }, { credentials: canary }, { timeout: canary }]) {
      try {
        watched("http://127.0.0.1:1", "other", options as CustomerClientOptions);
      } catch (error) {
        thrown.push(error);
      }
    }
    expect(thrown).toHaveLength(3);
    expect(leaksOf(canary, thrown)).toEqual([]);
  });
});

test("secrets in answers are redacted in what hooks are shown", async () => {
  const { url } = await serve((response) =>
    json(response, 200, {
      end_customer: { secrets: { sandbox: canaries[0], production: canaries[0] } },
      production_secret: canaries[0],
    }),
  );
  const { plaid, kept } = watched(url, "another", {});
  const { end_customer } = await plaid.createCustomer(newCustomer);
  expect(end_customer?.secrets?.sandbox).toBe(canaries[0]);
  expect(tracesOf(kept)).toContain("[redacted]");
  expect(tracesOf(kept)).not.toContain(canaries[0]);
});

test("the search finds what it looks for", () => {
  const secret = canaries[0]!;
  const error = new Error("outer", { cause: new Error("inner", { cause: { secret } }) });
  Object.defineProperty(error, "hidden", { enumerable: false, value: { deep: [{ secret }] } });
  expect(tracesOf(error)).toContain(secret);
  expect(
    tracesOf({
      get body() {
        return { secret };
      },
    }),
  ).toContain(secret);
  expect(tracesOf([{ message: `x${secret}` }])).toContain(secret);
});
