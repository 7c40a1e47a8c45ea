/** What says that nothing was sent: codes of Node, undici and Bun, Deno's words, and Node's for a handshake that was cut off. */
const before =
  /^connect|addrinfo|CONNREF|NOTFOUND|AI_AGAIN|UNREACH|CONNECT_TIME|ConnectionRef|FailedToOpen|\(Connect|before secure/;

/**
 * What would fail again: certificates that are refused and handshakes that can't succeed, requests that undici does not send, ports
 * that `fetch` never calls (Fetch, 2.9), a redirect, a proxy that refuses, what Deno does not permit.
 */
const permanent =
  /CERT|UNABLE_TO_|certificate|ALERT_(HAND|PROT)|UND_ERR_(INV|NOT)|bad port|redirect|Proxy resp/;

/**
 * What is known of a request whose `fetch` failed.
 * `"before"`: the server can't have seen it. `"permanent"`: it did nothing, and trying again is useless. `"unknown"`: it may have.
 */
export interface ConnectionFailure {
  readonly stage: "before" | "permanent" | "unknown";
  /** The code of the failure, if there is one, `ECONNRESET` for example. */
  readonly reason: string | undefined;
}

/**
 * Looks at what `fetch` rejected with, and at its causes: the last is where it ended. Of an `AggregateError`, one for each address
 * that was tried, Node's own code tells that none was reached; another may hide anything.
 */
export function connectionFailure(error: unknown): ConnectionFailure {
  let stage: ConnectionFailure["stage"] = "unknown";
  let reason: string | undefined;
  try {
    let each = error as Record<string, unknown> | undefined;
    for (let depth = 0; each; depth++) {
      if (depth > 8) throw each;
      const { code, syscall, message, cause } = each;
      const words = `${String(code)} ${String(message)}`;
      reason ??= /^[\w/]{1,64}$/.exec((code ?? "") as string)?.[0];
      // The same codes can come from reading and writing.
      stage = permanent.test(words)
        ? "permanent"
        : before.test((syscall ?? words) as string)
          ? "before"
          : "unknown";
      each = cause as typeof each;
    }
  } catch {
    stage = "unknown"; // It can't be read, or has no end.
  }
  return { stage, reason };
}
