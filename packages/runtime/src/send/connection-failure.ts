/** What says that nothing was sent: codes of Node, undici and Bun, Deno's words, and Node's for a handshake that was cut off. */
const before =
  /^connect|addrinfo|CONNREF|NOTFOUND|AI_AGAIN|CONNECT_TIME|ConnectionRef|FailedToOpen|\(Connect|before secure/;

/**
 * What would fail again: certificates that are refused and handshakes that can't succeed, requests that undici does not send, ports
 * that `fetch` never calls (Fetch, 2.9), a redirect, a proxy that refuses, what Deno does not permit.
 */
const permanent =
  /CERT|UNABLE_TO_|certificate|ALERT_(HAND|PROT)|UND_ERR_INV|bad port|redirect|Proxy resp/;

/** How many errors are looked at. It also ends a circle. */
const most = 99;

/**
 * What is known of a request whose `fetch` failed.
 * `"before"`: the server can't have seen it. `"permanent"`: it did nothing, and trying again is useless. `"unknown"`: it may have.
 */
export interface ConnectionFailure {
  readonly stage: "before" | "permanent" | "unknown";
  /** The code of the failure, if there is one, `ECONNRESET` for example, or `bad port`. */
  readonly reason: string | undefined;
}

/**
 * Looks at what `fetch` rejected with, at its causes, and at the errors of an `AggregateError` (one for each address that
 * was tried). Each that has no cause is where one try ended, and nothing was sent only if none of them sent anything.
 */
export function connectionFailure(error: unknown): ConnectionFailure {
  let stage: ConnectionFailure["stage"] = "permanent";
  let reason: string | undefined;
  try {
    const all = [error];
    for (const each of all) {
      const { code, syscall, message, cause, errors } = Object(each) as Record<string, unknown>;
      const words = `${code} ${message}`;
      reason ??= /^[\w/]{1,64}$/.exec((code ?? "") as string)?.[0];
      const inner = [cause ?? [], errors ?? []].flat();
      all.push(...inner);
      if (all.length > most) throw error;
      if (inner[0] || permanent.test(words)) continue;
      // The same codes can come from reading and writing.
      const unsent = before.test(syscall ? `${syscall}` : words);
      stage = unsent && (stage as string) !== "unknown" ? "before" : "unknown";
    }
  } catch {
    // Too many, or one that can't be read.
    stage = "unknown";
  }
  return { stage, reason };
}
