import { ClientError } from "./errors/client-error.js";
import type { Watcher } from "./watch.js";

/** Does the work of a call; what it fails with is given the operation's name, and told to hooks. */
export async function reporting<T>(
  operation: string,
  watcher: Watcher,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ClientError && error.operation === undefined) {
      Object.assign(error, { operation });
    }
    watcher.error(operation, error);
    throw error;
  }
}
