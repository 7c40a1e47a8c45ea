/** Codes of failures before anything was sent: of Node's connect and lookup, undici, and Bun. */
const before =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$/;

/** OpenSSL's and Node's codes of certificates that are refused, and a redirect that was not followed. */
const permanent = /CERT|UNABLE_TO_(GET|VERIFY)|REDIRECT_REFUSED/;

/** Where there is no code: Deno's word for such a certificate, and undici's for a port that `fetch` never calls (Fetch, 2.9). */
const permanentWords = /invalid peer certificate|^bad port$/;

/**
 * What is known of a request whose `fetch` failed.
 * `"before"`: the server can't have seen it. `"permanent"`: it did nothing, and trying again is useless. `"unknown"`: it may have.
 */
export interface ConnectionFailure {
  readonly stage: "before" | "permanent" | "unknown";
  /** The code of the failure, if there is one, `ECONNRESET` for example. */
  readonly code: string | undefined;
}

/** Looks at what `fetch` rejected with, at its causes, and at the errors of an `AggregateError` (one for each address that was tried). */
export function connectionFailure(error: unknown): ConnectionFailure {
  let stage: ConnectionFailure["stage"] = "unknown";
  let found: string | undefined;
  const seen = new Set<unknown>();
  const visit = (each: unknown) => {
    if (typeof each !== "object" || each === null || seen.has(each)) return;
    seen.add(each);
    const { code, syscall, message, cause, errors } = each as Record<string, unknown>;
    const words = String(message);
    if (typeof code === "string" && /^\w{1,64}$/.test(code)) found ??= code;
    if (permanent.test(String(code)) || permanentWords.test(words)) stage = "permanent";
    else if (
      stage === "unknown" &&
      (before.test(String(code)) ||
        syscall === "connect" ||
        syscall === "getaddrinfo" ||
        // Deno gives no code.
        words.includes("client error (Connect)"))
    ) {
      stage = "before";
    }
    visit(cause);
    if (Array.isArray(errors)) errors.forEach(visit);
  };
  visit(error);
  return { stage, code: found };
}
