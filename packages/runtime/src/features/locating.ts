import { ClientError } from "../errors/client-error.js";
import { reportError } from "../report-error.js";
import type { Feature } from "./feature.js";

/** V8's, of Node, Deno and Chromium. */
interface Capturing {
  captureStackTrace?(error: object, above: unknown): void;
}

/**
 * Takes the stack of an error where the call ends, and not where it failed: V8 writes ten frames, then shows those of the caller who
 * awaits it, and not ten of this package.
 */
export const locating: Feature = (client) => {
  const { onError } = client;
  // Middleware may throw one error again and again.
  const seen = new WeakSet();
  client.onError = (call, error) => {
    if (error instanceof ClientError && !seen.has(error)) {
      seen.add(error);
      (Error as Capturing).captureStackTrace?.(error, reportError);
    }
    onError?.(call, error);
  };
};
