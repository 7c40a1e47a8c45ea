/** Codes of failures before anything was sent: of Node's connect and lookup, undici, and Bun. */
const before =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$/;

/** OpenSSL's and Node's codes of certificates that are refused, undici's of requests that it does not send, and a redirect that was not followed. */
const permanent =
  /CERT|UNABLE_TO_(GET|VERIFY)|REDIRECT_REFUSED|UND_ERR_(INVALID_ARG|NOT_SUPPORTED)/;

/** undici's words for a port that `fetch` never calls (Fetch, 2.9). There is no code. */
const badPort = "bad port";

/** Deno's words for a certificate that is refused. There is no code. */
const badCertificate = "invalid peer certificate";

/** How many errors are looked at. It also ends a circle. */
const most = 100;

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
  const stages = new Set<ConnectionFailure["stage"]>();
  let found: string | undefined;
  try {
    const errors = [error];
    for (const each of errors) {
      const {
        code,
        syscall,
        message,
        cause,
        errors: several,
      } = Object(each) as Record<string, unknown>;
      if (typeof code === "string" && /^\w{1,64}$/.test(code)) found ??= code;
      else if (message === badPort) found ??= badPort;
      const inner = Array.isArray(several) ? [...(several as unknown[])] : [];
      if (cause !== undefined && cause !== null) inner.unshift(cause);
      if (!inner.length) stages.add(stageOf(String(code), syscall, String(message)));
      errors.push(...inner);
      if (errors.length > most) throw new RangeError();
    }
  } catch {
    // Too many, or one that can't be read.
    stages.add("unknown");
  }
  const stage = (["unknown", "before", "permanent"] as const).find((each) => stages.has(each))!;
  return { stage, reason: found };
}

function stageOf(code: string, syscall: unknown, words: string): ConnectionFailure["stage"] {
  if (permanent.test(code) || words === badPort || words.includes(badCertificate))
    return "permanent";
  if (syscall === "connect" || syscall === "getaddrinfo") return "before";
  // The same codes can come from reading and writing. Deno gives no code.
  const unsent = before.test(code) || words.includes("client error (Connect)");
  return unsent && syscall === undefined ? "before" : "unknown";
}
