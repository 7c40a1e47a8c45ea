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
    // Node's own has the code of the first.
    fetchFailed(
      Object.assign(new AggregateError([coded("ENETUNREACH")]), { code: "ECONNREFUSED" }),
    ),
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
  [
    "two tries, the first of which sent something",
    new AggregateError([fetchFailed(coded("ECONNRESET")), fetchFailed(coded("ECONNREFUSED"))]),
    "unknown",
    undefined,
  ],
  [
    "two tries, the first of which tells nothing",
    new AggregateError([new Error("?"), coded("ECONNREFUSED")]),
    "unknown",
    undefined,
  ],
  [
    "a second try, because of the first",
    coded("ECONNREFUSED", { cause: coded("ECONNRESET") }),
    "unknown",
    "ECONNREFUSED",
  ],
  [
    "an aggregate with a cause",
    Object.assign(new AggregateError([coded("ECONNREFUSED")]), { cause: coded("ECONNRESET") }),
    "unknown",
    "ECONNRESET",
  ],
  [
    "two tries that nobody sums up",
    new AggregateError([coded("CERT_HAS_EXPIRED"), coded("ECONNREFUSED")]),
    "unknown",
    undefined,
  ],
  [
    "a host that is gone while its answer is read",
    fetchFailed(coded("EHOSTUNREACH", { syscall: "read" })),
    "unknown",
    "EHOSTUNREACH",
  ],
  [
    "a network that is gone while writing",
    fetchFailed(coded("ENETUNREACH", { syscall: "write" })),
    "unknown",
    "ENETUNREACH",
  ],
  [
    "a name that is not known",
    fetchFailed(coded("ENOTFOUND", { syscall: "getaddrinfo" })),
    "before",
    "ENOTFOUND",
  ],
  [
    "a header that undici refuses",
    fetchFailed(coded("UND_ERR_INVALID_ARG")),
    "permanent",
    "UND_ERR_INVALID_ARG",
  ],
  [
    "a header that undici does not know",
    fetchFailed(coded("UND_ERR_NOT_SUPPORTED")),
    "permanent",
    "UND_ERR_NOT_SUPPORTED",
  ],
  ["nothing known", new Error("?"), "unknown", undefined],
  ["a string", "ECONNREFUSED", "unknown", undefined],
  ["nothing", undefined, "unknown", undefined],
  ["a code that is a sentence", coded("not a code"), "unknown", undefined],
])("%s", (_, error, stage, reason) => {
  expect(connectionFailure(error)).toEqual({ stage, reason });
});

test("ends for an error that is its own cause", () => {
  const error = coded("ECONNRESET");
  error.cause = error;
  expect(connectionFailure(error).stage).toBe("unknown");
});

const fails = (): never => {
  throw new Error("no");
};
const refused = () => coded("ECONNREFUSED");

test.each([
  ["a code that can't be read", () => Object.defineProperty(refused(), "code", { get: fails })],
  ["a message that is no text", () => Object.assign(refused(), { message: Object.create(null) })],
  ["a proxy", () => new Proxy(refused(), { get: fails })],
  [
    "a proxy that is revoked",
    () => {
      const { proxy, revoke } = Proxy.revocable(refused(), {});
      revoke();
      return proxy;
    },
  ],
  [
    "a chain without an end",
    () => {
      let error: Error = refused();
      for (let i = 0; i < 20_000; i++) error = new Error("x", { cause: error });
      return error;
    },
  ],
  ["a million errors", () => new AggregateError(Array(1e6).fill(refused()))],
])("does not throw, and knows nothing: %s", (_, make) => {
  expect(connectionFailure(make()).stage).toBe("unknown");
});

test("causes that go round in a circle tell nothing, so that nothing is sent twice", () => {
  const error = coded("ECONNREFUSED");
  error.cause = error;
  expect(connectionFailure(error).stage).toBe("unknown");
});
