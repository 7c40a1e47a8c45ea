import { callSite } from "./call-site.js";
import { Secrets } from "./credentials/secrets.js";
import { ClientError } from "./errors/client-error.js";
import type { Watcher } from "./watch.js";

/**
 * Does the work of a call; what it fails with is given the operation's name and the lines that the call came from, and told
 * to hooks.
 *
 * @param from The function that the caller called.
 * @param work Gets what collects the call's credentials.
 */
export async function reporting<T>(
  operation: string,
  watcher: Watcher,
  from: unknown,
  work: (secrets: Secrets) => Promise<T>,
): Promise<T> {
  const addCallSite = callSite(from);
  const secrets = new Secrets();
  try {
    return await work(secrets);
  } catch (error) {
    if (error instanceof ClientError) {
      if (error.operation === undefined) Object.assign(error, { operation });
      addCallSite(error, (text) => secrets.scrub(text));
    }
    watcher.error(operation, error);
    throw error;
  }
}
