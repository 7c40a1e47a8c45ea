import { describe, expect, test } from "vitest";
import { applyCredentials } from "../../src/credentials/apply-credentials.js";
import { basic, bearer } from "../../src/credentials/encode-credential.js";
import { putInCookie, putInQuery } from "../../src/credentials/put-credential.js";
import type { CredentialDefinition } from "../../src/definition.js";
import { callState, sendable } from "../support/call-state.js";
import { canary } from "../support/things.js";

/** A request with one credential in it, and the call that it is of. */
function one(credential: CredentialDefinition, value: string, headers = {}) {
  const call = callState({ api: { credentials: { c: credential } } });
  const request = { ...sendable, url: "https://a.test/x?a=1", headers };
  return { call, sent: applyCredentials(request, [["c", value]], call) };
}

describe("applyCredentials", () => {
  test("puts them into the headers of a copy", () => {
    const sent = applyCredentials(
      sendable,
      [
        ["id", "i"],
        ["key", 'k"\\'],
      ],
      callState(),
    );
    expect(sent).toEqual({
      ...sendable,
      headers: { "content-type": "application/json", "thing-id": "i", "thing-key": 'k"\\' },
    });
    expect(sendable.headers).toEqual({ "content-type": "application/json" });
  });

  test("sends none where none is given", () => {
    expect(applyCredentials(sendable, [], callState())).toEqual(sendable);
  });

  test("puts one in the place of a header that the caller set", () => {
    const { sent } = one({ name: "c" }, "credential", { c: "own" });
    expect(sent.headers).toEqual({ c: "credential" });
  });

  test("sends bearer tokens and passwords in the Authorization header", () => {
    const header = { name: "authorization" } as const;
    expect(one({ ...header, encode: bearer }, "t").sent.headers).toEqual({
      authorization: "Bearer t",
    });
    expect(one({ ...header, encode: basic }, "u:p").sent.headers).toEqual({
      authorization: "Basic dTpw",
    });
  });

  test("makes what basic sends, and its password, secrets of the call", () => {
    const { call } = one({ name: "authorization", encode: basic }, `user:${canary}`);
    expect(call.secrets.scrub(`user, ${canary}, ${btoa(`user:${canary}`)}`)).toBe(
      "user, [redacted], [redacted]",
    );
  });

  test("puts them into the query, and beside other cookies", () => {
    const query = { name: "the key", put: putInQuery } as const;
    expect(one(query, "a&b").sent.url).toBe("https://a.test/x?a=1&the%20key=a%26b");
    expect(putInQuery({ ...sendable, url: "https://a.test/x" }, "k", "v").url).toBe(
      "https://a.test/x?k=v",
    );
    const cookie = { name: "s", put: putInCookie } as const;
    expect(one(cookie, "v;w").sent.headers).toEqual({ cookie: "s=v%3Bw" });
    const others = { cookie: "a=b" };
    expect(one(cookie, "v;w", others).sent.headers).toEqual({ cookie: "a=b; s=v%3Bw" });
    expect(others).toEqual({ cookie: "a=b" });
  });
});
