import { afterEach, describe, expect, test, vi } from "vitest";
import { watching, type WatchingOptions } from "../../src/features/watching.js";
import type { Hooks } from "../../src/hooks.js";
import { ApiError, type Logger } from "../../src/index.js";
import type { Exchange } from "../../src/send/exchange.js";
import type { Sendable } from "../../src/send/sendable.js";
import { callState, clientState, exchangeOf, sendable } from "../support/call-state.js";
import { canary, details } from "../support/things.js";

afterEach(() => vi.unstubAllEnvs());

type View = Readonly<Record<string, unknown>>;

/** A call that is watched, what hooks were told, and the lines of the log. */
function watch(options: WatchingOptions = {}, answer: Exchange = exchangeOf(200, "{}")) {
  const told: [keyof Hooks, View][] = [];
  const lines: [keyof Logger, string, View][] = [];
  const hook = (name: keyof Hooks) => (view: object) => void told.push([name, view as View]);
  const log = (level: keyof Logger) => (message: string, more: View) =>
    void lines.push([level, message, more]);
  const call = callState({
    features: [
      (client) => {
        client.exchange = async () => answer;
      },
      watching(
        {
          hooks: {
            onRequest: hook("onRequest"),
            onResponse: hook("onResponse"),
            onRetry: hook("onRetry"),
            onError: hook("onError"),
          },
          logger: {
            debug: log("debug"),
            info: log("info"),
            warn: log("warn"),
            error: log("error"),
          },
          ...options,
        },
        details,
      ),
    ],
  });
  call.secrets.add(canary);
  const exchange = (request: Sendable = sendable) =>
    call.client.exchange(request, call, { number: 2, signal: undefined });
  return { call, exchange, told, lines };
}

describe("hooks", () => {
  test("are told of a request and of its answer, in turn", async () => {
    const answer = exchangeOf(400, '{"request_id":"r1"}', { "x-own": "1" });
    const { exchange, told } = watch({}, answer);
    expect(await exchange()).toBe(answer);
    const about = {
      operation: "updateThing",
      method: "POST",
      url: "https://a.test/things/update",
      attempt: 2,
    };
    expect(told).toEqual([
      ["onRequest", { ...about, headers: { "content-type": "application/json" }, body: { a: 1 } }],
      [
        "onResponse",
        {
          ...about,
          status: 400,
          duration: expect.any(Number),
          requestId: "r1",
          headers: { "x-own": "1" },
          body: { request_id: "r1" },
        },
      ],
    ]);
    expect(told[1]![1]["duration"]).toBeGreaterThanOrEqual(0);
    for (const [, view] of told) {
      expect(Object.isFrozen(view) && Object.isFrozen(view["headers"])).toBe(true);
    }
  });

  test("see no secret in the URL, the headers or the body", async () => {
    const { exchange, told } = watch(
      {},
      exchangeOf(400, JSON.stringify({ echo: canary, password: "short", request_id: canary }), {
        "set-cookie": "s=1",
        "x-echo": `<${canary}>`,
      }),
    );
    await exchange({
      url: `https://a.test/x/${canary}?password=short&thing-id=i`,
      method: "POST",
      headers: { authorization: "Basic x", "thing-key": "short", password: "x", "x-own": canary },
      body: JSON.stringify({ password: "short", deep: [{ a: canary }] }),
    });
    expect(told[0]![1]).toMatchObject({
      url: "https://a.test/x/[redacted]?password=[redacted]&thing-id=[redacted]",
      headers: {
        authorization: "[redacted]",
        "thing-key": "[redacted]",
        password: "[redacted]",
        "x-own": "[redacted]",
      },
      body: { password: "[redacted]", deep: [{ a: "[redacted]" }] },
    });
    expect(told[1]![1]).toMatchObject({
      headers: { "set-cookie": "[redacted]", "x-echo": "<[redacted]>" },
      body: { echo: "[redacted]", password: "[redacted]" },
      requestId: "[redacted]",
    });
  });

  test.each([
    ["no body", undefined, undefined],
    ["text", "a=1", "a=1"],
    ["text that may hold something sensitive", "password=x", "[redacted]"],
    ["bytes", new TextEncoder().encode(`<${canary}>`), "<[redacted]>"],
    ["a form", new FormData(), "[object FormData]"],
    ["a blob", new Blob(["hidden"]), "[object Blob]"],
    ["a stream", new ReadableStream(), "[object ReadableStream]"],
  ])("see of %s what can be shown", async (_, body, shown) => {
    const { exchange, told } = watch();
    await exchange({ ...sendable, body });
    expect(told[0]![1]["body"]).toBe(shown);
  });

  test("see no body of a stream", async () => {
    const { exchange, told } = watch({}, { response: new Response("x"), body: undefined });
    await exchange();
    expect(told[1]![1]).toMatchObject({ status: 200, body: "", requestId: undefined });
  });

  test("are told of a retry and of a failure", () => {
    const { call, told } = watch();
    call.client.onRetry?.(call, 1, 7.5, exchangeOf(503));
    call.client.onRetry?.(call, 2, 0, new TypeError("x"));
    const error = new ApiError({ status: 400, body: {} });
    call.client.onError?.(call, error);
    expect(told).toEqual([
      ["onRetry", { operation: "updateThing", attempt: 1, delay: 7.5, reason: "503" }],
      ["onRetry", { operation: "updateThing", attempt: 2, delay: 0, reason: "TypeError" }],
      ["onError", { operation: "updateThing", error }],
    ]);
    expect(told.every(([, view]) => Object.isFrozen(view))).toBe(true);
  });

  test("are looked up when something is to be told", async () => {
    const hooks: Hooks = {};
    const { exchange } = watch({ hooks });
    await exchange();
    let told = 0;
    Object.assign(hooks, { onRequest: () => told++ });
    await exchange();
    expect(told).toBe(1);
  });

  test("change nothing by what they throw or reject with", async () => {
    const unhandled: unknown[] = [];
    const onUnhandled = (reason: unknown) => void unhandled.push(reason);
    process.on("unhandledRejection", onUnhandled);
    const thrown = () => {
      throw new Error("hook");
    };
    for (const hook of [thrown, async () => thrown()]) {
      const hooks = { onRequest: hook, onResponse: hook, onRetry: hook, onError: hook };
      const logger = { debug: hook, info: hook, warn: hook, error: hook };
      const { call, exchange } = watch({ hooks, logger, logLevel: "debug" });
      expect((await exchange()).response.status).toBe(200);
      call.client.onRetry?.(call, 1, 0, exchangeOf(503));
      call.client.onError?.(call, new Error("x"));
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off("unhandledRejection", onUnhandled);
    expect(unhandled).toEqual([]);
  });
});

describe("the log", () => {
  /** What is logged of a call that is sent, sent again and fails. */
  async function lines(options: WatchingOptions, error: unknown = new Error("x")) {
    const watched = watch(options, exchangeOf(400, '{"request_id":"r1"}'));
    await watched.exchange();
    watched.call.client.onRetry?.(watched.call, 1, 7.5, exchangeOf(503));
    watched.call.client.onError?.(watched.call, error);
    return watched.lines;
  }

  test.each([
    ["debug", ["debug", "warn", "info"]],
    ["info", ["warn", "info"]],
    ["warn", ["warn"]],
    ["error", []],
    ["off", []],
  ] as const)("has at the level %s", async (logLevel, levels) => {
    expect((await lines({ logLevel })).map(([level]) => level)).toEqual(levels);
  });

  test("has at its levels what is to be known", async () => {
    const error = new ApiError({ status: 400, body: {}, message: "updateThing: 400" });
    expect(await lines({ logLevel: "debug" }, error)).toEqual([
      [
        "debug",
        "updateThing: 400",
        {
          operation: "updateThing",
          attempt: 2,
          status: 400,
          duration: expect.any(Number),
          requestId: "r1",
        },
      ],
      [
        "warn",
        "updateThing: 503, next attempt in 8 ms",
        { operation: "updateThing", attempt: 1, delay: 7.5, reason: "503" },
      ],
      [
        "info",
        "updateThing: failed",
        { operation: "updateThing", code: "API_ERROR", message: "updateThing: 400" },
      ],
    ]);
  });

  test("has no word of a foreign error", async () => {
    const [line] = (await lines({ logLevel: "info" }, new Error("hidden"))).slice(-1);
    expect(line).toEqual(["info", "updateThing: failed", { operation: "updateThing" }]);
  });

  test("takes its level from the variable, and prefers the option", async () => {
    expect(await lines({})).toHaveLength(1);
    vi.stubEnv("THINGS_LOG", "debug");
    expect(await lines({})).toHaveLength(3);
    expect(await lines({ logLevel: "off" })).toHaveLength(0);
  });

  test("refuses a level in the variable that is none, whether or not it is watched", () => {
    vi.stubEnv("THINGS_LOG", "verbose");
    expect(() => clientState({ features: [watching({}, details)] })).toThrow(
      /^Variable THINGS_LOG is "verbose", which is none of: "debug", "info", "warn", "error", "off"/,
    );
  });
});

test("a client that nobody watches is as it was", () => {
  const { exchange, onError, onRetry } = clientState({ features: [watching({}, details)] });
  expect([exchange, onError, onRetry]).toEqual([clientState().exchange, undefined, undefined]);
});
