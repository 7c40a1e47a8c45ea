import { SANDBOX_CREDENTIALS, startSandbox, type Sandbox } from "@plaid-partner/sandbox";
import { onTestFinished } from "vitest";
import {
  createCustomerClient,
  type CustomerClient,
  type CustomerClientOptions,
} from "../../src/generated/index.js";

/** Where credentials travel; what the client does must not depend on it. */
export const placements = ["header", "body"] as const;

/** Starts a sandbox that is closed when the test ends. */
export async function sandbox(): Promise<Sandbox> {
  const running = await startSandbox();
  onTestFinished(() => running.close());
  return running;
}

/** A client of the server at `url`, with the sandbox's credentials and short delays between attempts. */
export function clientOf(url: string, options: CustomerClientOptions = {}): CustomerClient {
  return createCustomerClient({
    baseUrl: url,
    credentials: SANDBOX_CREDENTIALS,
    maxRetryDelay: 1,
    ...options,
  });
}

/** What a call fails with. */
export async function failure(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("The call was to fail, and did not");
}
