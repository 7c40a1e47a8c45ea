import { describe, expect, test } from "vitest";
import { createClient, createFullClient } from "../../src/client.js";
import { RUNTIME_RANGE, VERSION } from "../../src/version.js";
import { canary, client, definition, details, failure, updateThing } from "../support/things.js";
import { json, serve } from "../support/serve.js";

const ok = (response: Parameters<typeof json>[0]) => json(response, 200, { request_id: "r" });

describe("what is refused before anything is sent", () => {
  test("missing credentials reject the call, and name option and variable", async () => {
    const { url, seen } = await serve(ok);
    expect(await failure(updateThing(client(url, { credentials: { id: "i" } }), {}))).toMatchObject(
      {
        name: "ConfigurationError",
        operation: "updateThing",
        message: "Missing credentials: credentials.key (or THINGS_KEY)",
      },
    );
    expect(seen).toHaveLength(0);
  });

  test.each([undefined, null, { a: 1 }, "client"])(
    "an operation whose first argument is %o and no client",
    async (wrong) => {
      const call = updateThing(wrong as never, {});
      const error = await failure(call);
      expect(error).toMatchObject({
        name: "ConfigurationError",
        operation: "updateThing",
        message: "updateThing: first argument must be a client",
      });
      expect(error.stack).toContain("refused.test.ts");
      expect(await call.result()).toEqual({ ok: false, error });
    },
  );

  test.each([
    [{ timeout: NaN }, /Option timeout must be milliseconds.* and is the number NaN/],
    [{ timeout: -1 }, /timeout/],
    [{ timeout: 0 }, /timeout/],
    [{ timeout: canary }, /Option timeout must be .* and is a value of type string/],
    [{ deadline: "5" }, /deadline/],
    [{ retries: 1.5 }, /Option retries must be a whole number, 0 or more, and is the number 1.5/],
    [{ retries: -1 }, /retries/],
    [{ headers: "a" }, /headers/],
    [{ headers: { "a b": canary } }, /headers/],
    [{ headers: { "Content-Length": "5" } }, /headers .*without connection, content-length/],
    [{ headers: new Headers({ expect: "100-continue" }) }, /headers/],
    [{ headers: { Upgrade: "x" } }, /headers/],
    [{ headers: { Connection: "close" } }, /headers/],
    [{ headers: { "Keep-Alive": "5" } }, /headers/],
    [{ headers: { "Transfer-Encoding": "chunked" } }, /headers/],
    [{ headers: { a: `${canary}\nb` } }, /headers/],
    [{ credentials: canary }, /Option credentials must be an object/],
    [{ credentials: [canary] }, /credentials.*an array/],
    [{ credentials: { kee: canary } }, /no credential "kee"\. Did you mean key\? .*id, key/],
    [{ timeoutt: 1 }, /no option "timeoutt"\. Did you mean timeout\? .*timeout, deadline/],
    [{ nothing: 1 }, /no option "nothing"\. Options are/],
    [{ toString: 1 }, /no option "toString"/],
    [null, /Options must be an object/],
  ])("options of client and call: %o", async (options, message) => {
    const { url, seen } = await serve(ok);
    const refusal = expect.objectContaining({
      name: "ConfigurationError",
      message: expect.stringMatching(message),
    });
    const wrong = options as object;
    expect(() =>
      createFullClient(definition, details, options ? { baseUrl: url, ...wrong } : wrong),
    ).toThrow(refusal);
    const error = await failure(updateThing(client(url), {}, wrong));
    expect(error).toEqual(refusal);
    expect(error.message).not.toContain(canary);
    expect(seen).toHaveLength(0);
  });

  test.each([
    [{ maxRetryDelay: -1 }, /maxRetryDelay/],
    [{ credentialPlacement: "query" }, /Placement must be "header" or "body", and is "query"\./],
    [{ credentialPlacement: canary }, /Placement must be .*, and is a value of type string/],
    [{ baseurl: "https://a.test" }, /no option "baseurl"\. Did you mean baseUrl\? Options are/],
    [{ heders: {} }, /Did you mean headers\?/],
    [{ fetch: {} }, /fetch must be a function/],
    [{ hooks: 1 }, /hooks/],
    [{ logger: "console" }, /logger/],
    [{ dangerouslyAllowBrowser: "yes" }, /dangerouslyAllowBrowser/],
    [{ environment: 1 }, /environment must be a string/],
    [{ baseUrl: new URL("https://a.test") }, /baseUrl must be a string/],
    [{ signal: new AbortController().signal }, /no option "signal"/],
  ])("options of the client: %o", (options, message) => {
    expect(() =>
      createFullClient(definition, details, { environment: "trial", ...(options as object) }),
    ).toThrow(message);
  });

  const noop = () => {};
  test.each([
    {},
    { aborted: false },
    { aborted: false, addEventListener: noop },
    { aborted: "no", addEventListener: noop, removeEventListener: noop },
    new EventTarget(),
    "signal",
    null,
  ])("a signal that is none: %o", async (signal) => {
    const { url, seen } = await serve(ok);
    const error = await failure(updateThing(client(url), {}, { signal: signal as AbortSignal }));
    expect(error).toMatchObject({
      name: "ConfigurationError",
      message: expect.stringContaining("Option signal must be an AbortSignal"),
    });
    expect(seen).toHaveLength(0);
  });

  test("a client of another range of versions", () => {
    const range = `${RUNTIME_RANGE}9`;
    const other = { ...definition, runtime: range as typeof RUNTIME_RANGE };
    expect(() => createClient(other)).toThrow(
      `Needs @plaid-partner/runtime ${range}, found ${VERSION}`,
    );
  });
});
