import { expect, test } from "vitest";
import { connectionFailure } from "../../src/send/connection-failure.js";

const fetchFailed = (cause: object) => new TypeError("fetch failed", { cause });
const coded = (code: string, more = {}) => Object.assign(new Error("x"), { code, ...more });

test.each([
  ["refused", fetchFailed(coded("ECONNREFUSED")), "before", "ECONNREFUSED"],
  ["no such name", fetchFailed(coded("ENOTFOUND")), "before", "ENOTFOUND"],
  [
    "connect timeout",
    fetchFailed(coded("UND_ERR_CONNECT_TIMEOUT")),
    "before",
    "UND_ERR_CONNECT_TIMEOUT",
  ],
  [
    "connect that timed out",
    fetchFailed(coded("ETIMEDOUT", { syscall: "connect" })),
    "before",
    "ETIMEDOUT",
  ],
  [
    "read that timed out",
    fetchFailed(coded("ETIMEDOUT", { syscall: "read" })),
    "unknown",
    "ETIMEDOUT",
  ],
  [
    "all addresses refused",
    fetchFailed(new AggregateError([coded("ECONNREFUSED"), coded("ENETUNREACH")])),
    "before",
    "ECONNREFUSED",
  ],
  ["Bun", coded("ConnectionRefused"), "before", "ConnectionRefused"],
  [
    "Deno",
    new TypeError("error sending request: client error (Connect): tcp connect error"),
    "before",
    undefined,
  ],
  [
    "Deno's certificate",
    new TypeError("client error (Connect): invalid peer certificate: UnknownIssuer"),
    "permanent",
    undefined,
  ],
  ["reset", fetchFailed(coded("ECONNRESET")), "unknown", "ECONNRESET"],
  ["closed", fetchFailed(coded("UND_ERR_SOCKET")), "unknown", "UND_ERR_SOCKET"],
  [
    "self-signed",
    fetchFailed(coded("DEPTH_ZERO_SELF_SIGNED_CERT")),
    "permanent",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
  ],
  ["expired", fetchFailed(coded("CERT_HAS_EXPIRED")), "permanent", "CERT_HAS_EXPIRED"],
  [
    "wrong host",
    fetchFailed(coded("ERR_TLS_CERT_ALTNAME_INVALID")),
    "permanent",
    "ERR_TLS_CERT_ALTNAME_INVALID",
  ],
  [
    "no issuer",
    fetchFailed(coded("UNABLE_TO_VERIFY_LEAF_SIGNATURE")),
    "permanent",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  ],
  ["a blocked port", fetchFailed(new Error("bad port")), "permanent", undefined],
  ["nothing known", new Error("?"), "unknown", undefined],
  ["a string", "ECONNREFUSED", "unknown", undefined],
  ["nothing", undefined, "unknown", undefined],
  ["a code that is a sentence", coded("not a code"), "unknown", undefined],
])("%s", (_, error, stage, code) => {
  expect(connectionFailure(error)).toEqual({ stage, code });
});

test("ends for an error that is its own cause", () => {
  const error = coded("ECONNRESET");
  error.cause = error;
  expect(connectionFailure(error).stage).toBe("unknown");
});
