import { callSite } from "./call-site.js";
import { Secrets } from "./credentials/secrets.js";
import { ClientError } from "./errors/client-error.js";
import type { Watcher } from "./watch.js";

/**
 * Does the work of a call; what it fails with is given the operation's name and the lines that the call came from, and told
 * to hooks.
 *
 * @param from The function that the caller called.
 * @param work Gets what collects the call's credentials, and what tells of an error that comes after it is done.
 */
export async function reporting<T>(
  operation: string,
  watcher: Watcher,
  from: unknown,
  work: (secrets: Secrets, report: (error: unknown) => void) => Promise<T>,
): Promise<T> {
  const addCallSite = callSite(from);
  const secrets = new Secrets();
  const report = (error: unknown) => {
    if (error instanceof ClientError) {
      if (error.operation === undefined) Object.assign(error, { operation });
      addCallSite(error, (text) => secrets.scrub(text));
    }
    watcher.error(operation, error);
  };
  try {
    return await work(secrets, report);
  } catch (error) {
    report(error);
    throw error;
  }
}
