import { afterEach, describe, expect, test, vi } from "vitest";
import type { CallState } from "../../src/call-state.js";
import { withCredentials } from "../../src/credentials/with-credentials.js";
import { cleaning } from "../../src/features/cleaning.js";
import { AuthenticationError, Secret } from "../../src/index.js";
import { callState, type CallParts } from "../support/call-state.js";
import { canary } from "../support/things.js";

afterEach(() => vi.unstubAllEnvs());

type Given = Record<string, unknown>;

const prepare = (given: Given, security = [["id", "key"]], parts: CallParts = {}) =>
  callState({ api: { security }, own: { credentials: given }, ...parts });

/** The values for a call. */
const valuesOf = async (call: CallState, signal?: AbortSignal) =>
  withCredentials(call, signal, async (values) => values);

/** The same by name, in whatever way they are given. */
async function resolve(...given: Parameters<typeof prepare>) {
  return Object.fromEntries(await valuesOf(prepare(...given)));
}

describe("withCredentials", () => {
  test("takes strings, secrets and functions", async () => {
    const key = new Secret("k");
    expect(await resolve({ id: "i", key })).toEqual({ id: "i", key: "k" });
    expect(await resolve({ id: () => "i", key: async () => key })).toEqual({ id: "i", key: "k" });
  });

  test("prefers those of the call, one by one", async () => {
    const options = { credentials: { key: "call" } };
    expect(await resolve({ id: "i", key: "k" }, undefined, { options })).toEqual({
      id: "i",
      key: "call",
    });
  });

  test("reads variables now, and prefers what is given", async () => {
    const call = prepare({ key: "given" });
    vi.stubEnv("THINGS_ID", "variable");
    vi.stubEnv("THINGS_KEY", "variable");
    expect(await valuesOf(call)).toEqual([
      ["id", "variable"],
      ["key", "given"],
    ]);
  });

  test("takes the first list that is available as a whole", async () => {
    expect(await resolve({ key: "k" }, [["id"], ["key"]])).toEqual({ key: "k" });
    expect(await resolve({ id: "i", key: "k" }, [["id"], ["key"]])).toEqual({ id: "i" });
    expect(await resolve({}, [["id"], []])).toEqual({});
  });

  test("needs nothing where nothing is asked for", async () => {
    expect(await resolve({}, [])).toEqual({});
    expect(await resolve({}, [[]])).toEqual({});
  });

  test("takes what the operation needs in place of what the client says", async () => {
    const operation = { security: [["key"]] };
    expect(await resolve({ key: "k" }, [["id"]], { operation })).toEqual({ key: "k" });
    expect(await resolve({}, [["id"]], { operation: { security: [] } })).toEqual({});
  });

  test("names what is missing, with its variable", async () => {
    vi.stubEnv("THINGS_KEY", "");
    await expect(resolve({ id: "i" })).rejects.toThrow(
      /^Missing credentials: credentials.key \(or THINGS_KEY\)$/,
    );
    await expect(resolve({}, [["id"], ["key"]])).rejects.toThrow(
      "credentials.id (or THINGS_ID), or credentials.key (or THINGS_KEY)",
    );
    await expect(resolve({})).rejects.toThrow(
      "credentials.id (or THINGS_ID) and credentials.key (or THINGS_KEY)",
    );
    const api = { credentials: { c: { name: "c" } }, security: [["c"]] } as const;
    await expect(resolve({}, undefined, { api })).rejects.toThrow(/: credentials.c$/);
  });

  test.each([
    `${canary}\n`,
    `${canary}\r\n`,
    ` ${canary}`,
    `${canary} `,
    `${canary}\u0000`,
    `${canary}\u20ac`,
    `a\n${canary}`,
    "   ",
    "",
    1,
    null,
    {},
    undefined,
  ])("refuses a function that gives %j, and does not repeat it", async (value) => {
    const refusal = resolve({ id: "i", key: () => value });
    await expect(refusal).rejects.toThrow(/^Credential key must be a line of text without outer/);
    await expect(refusal).rejects.not.toThrow(canary);
  });

  test.each([`${canary}\n`, "", 1, {}])("refuses the value %j as well", async (key) => {
    await expect(resolve({ id: "i", key })).rejects.toMatchObject({
      name: "ConfigurationError",
      message: expect.stringMatching(/^Credential key must be a line of text(?!.*canary)/),
    });
  });

  test("tells that a function failed, with its error as the cause", async () => {
    const cause = new Error("vault is closed");
    for (const fail of [
      () => Promise.reject(cause),
      () => {
        throw cause;
      },
    ]) {
      await expect(resolve({ id: "i", key: fail })).rejects.toMatchObject({
        name: "ConfigurationError",
        message: "The function of credential key failed",
        cause,
      });
    }
  });

  test("fails with an error of a client as it is", async () => {
    const error = new AuthenticationError({ status: 401, body: {} });
    await expect(resolve({ id: "i", key: () => Promise.reject(error) })).rejects.toBe(error);
  });

  test("tells that a function failed without the secrets that its error quotes", async () => {
    const quotes = () => Promise.reject(new Error(`no access with ${canary}`));
    for (const [features, cause] of [
      [[], undefined],
      [[cleaning], new Error("no access with [redacted]")],
    ] as const) {
      for (const given of [
        { id: canary, key: quotes },
        { id: quotes, key: canary },
        { id: () => canary, key: quotes },
      ]) {
        await expect(resolve(given, undefined, { features })).rejects.toMatchObject({ cause });
      }
      const call = prepare({ id: "i", key: quotes }, undefined, { features });
      call.secrets.add(canary);
      await expect(valuesOf(call)).rejects.toMatchObject({ cause });
    }
  });

  test("asks a function once for all that wait, and again afterwards", async () => {
    let asked = 0;
    const key = async () => `k${++asked}`;
    const both = await Promise.all([resolve({ id: "i", key }), resolve({ id: "j", key })]);
    expect(both).toEqual([
      { id: "i", key: "k1" },
      { id: "j", key: "k1" },
    ]);
    expect(await resolve({ id: "i", key })).toEqual({ id: "i", key: "k2" });
  });

  test("asks again after one that failed, and after one that did not answer in time", async () => {
    let asked = 0;
    const never = () => (asked++, new Promise<string>(() => {}));
    const controller = new AbortController();
    void valuesOf(prepare({ id: "i", key: never }), controller.signal);
    void valuesOf(prepare({ id: "i", key: never }));
    expect(asked).toBe(1);
    controller.abort();
    void valuesOf(prepare({ id: "i", key: never }));
    expect(asked).toBe(2);

    let failing = true;
    const later = () => (failing ? Promise.reject(new Error("closed")) : "k");
    await expect(resolve({ id: "i", key: later })).rejects.toThrow("failed");
    failing = false;
    expect(await resolve({ id: "i", key: later })).toEqual({ id: "i", key: "k" });
  });

  test("leaves no rejection behind where a string and a function fail", async () => {
    const unhandled: unknown[] = [];
    const listener = (error: unknown) => void unhandled.push(error);
    process.on("unhandledRejection", listener);
    try {
      const id = async () => Promise.reject(new Error("closed"));
      await expect(resolve({ id, key: "a\nb" })).rejects.toThrow("key must be a line of text");
      // Node tells of them when the present turn is over.
      await new Promise((done) => setTimeout(done, 5));
      expect(unhandled).toEqual([]);
    } finally {
      process.off("unhandledRejection", listener);
    }
  });

  test("makes the values secrets of the call", async () => {
    for (const key of [canary, () => canary, new Secret(canary)]) {
      const call = prepare({ id: "i", key });
      await valuesOf(call);
      expect(call.secrets.scrub(`<${canary}>`)).toBe("<[redacted]>");
    }
  });
});
