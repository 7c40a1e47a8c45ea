import { describe, expect, test } from "vitest";
import type { AttemptState, CallState } from "../../src/call-state.js";
import { pacing, type PacingOptions } from "../../src/features/pacing.js";
import type { Around, AttemptView } from "../../src/index.js";
import type { Sendable } from "../../src/send/sendable.js";
import { callState, exchangeOf, sendable } from "../support/call-state.js";
import { canary, details, failure } from "../support/things.js";

/** An attempt with these options around it, and what it was sent with. */
function pace(
  options: PacingOptions,
  request: Sendable = sendable,
  state: Partial<AttemptState> = {},
) {
  const sent: Sendable[] = [];
  const exchange = exchangeOf(200);
  const stages: CallState["stage"][] = [];
  const call = callState({
    features: [
      (client) => {
        client.attempt = async (given, { stage }) => {
          sent.push(given);
          stages.push(stage);
          return exchange;
        };
      },
      pacing(options, details),
    ],
  });
  call.secrets.add(canary);
  const run = () => call.client.attempt(request, call, { number: 1, signal: undefined, ...state });
  return { call, exchange, run, sent, stages };
}

const through: Around = (_, next) => next();

describe("pacing", () => {
  test("stands in its order: concurrency, rateLimit, tracing, the attempt", async () => {
    const order: string[] = [];
    const around =
      (name: string): Around =>
      async (_, next) => {
        order.push(name);
        const response = await next();
        order.push(`/${name}`);
        return response;
      };
    const { run, sent, exchange } = pace({
      tracing: around("tracing"),
      concurrency: around("concurrency"),
      rateLimit: around("rateLimit"),
    });
    expect(await run()).toBe(exchange);
    expect(order.join(" ")).toBe("concurrency rateLimit tracing /tracing /rateLimit /concurrency");
    expect(sent).toEqual([sendable]);
  });

  test("shows the attempt without secrets, and lets nobody change it", async () => {
    const views: AttemptView[] = [];
    const { signal } = new AbortController();
    const url = `https://a.test/things/${canary}?a=1&password=short&thing-key=short`;
    const { run } = pace(
      { tracing: (view, next) => (views.push(view), next()) },
      { ...sendable, url },
      { number: 3, signal },
    );
    await run();
    expect(views).toEqual([
      {
        operation: "updateThing",
        path: "/things/update",
        method: "POST",
        url: "https://a.test/things/[redacted]?a=1&password=[redacted]&thing-key=[redacted]",
        attempt: 3,
        signal,
        headers: {},
      },
    ]);
    expect(Object.isFrozen(views[0])).toBe(true);
  });

  test("sends what it adds to the headers, but for those of the call", async () => {
    const { run, sent } = pace({
      rateLimit: (view, next) => (Object.assign(view.headers, { a: "1", b: "2" }), next()),
      tracing: (view, next) => (
        Object.assign(view.headers, { a: "3", "content-type": "none" }),
        next()
      ),
    });
    await run();
    expect(sent[0]!.headers).toEqual({ a: "3", b: "2", "content-type": "application/json" });
    expect(sendable.headers).toEqual({ "content-type": "application/json" });
  });

  test("tells that nothing was sent yet while it waits, and that something may be from then on", async () => {
    const seen: string[] = [];
    const { call, run, stages } = pace({
      concurrency: (_, next) => (seen.push(call.stage), next()),
    });
    await run();
    expect([seen, stages]).toEqual([["permanent"], ["before"]]);
  });

  test("fails with what it rejects with, and sends nothing", async () => {
    const error = new RangeError("full");
    const { call, run, sent } = pace({ concurrency: () => Promise.reject(error) });
    expect(await failure(run())).toBe(error);
    expect([sent, call.stage]).toEqual([[], "permanent"]);
  });

  test("gives the answer that was sent for, whatever it gives itself", async () => {
    const { run, exchange } = pace({
      tracing: async (_, next) => (await next(), new Response("another")),
    });
    expect(await run()).toBe(exchange);
  });

  test("fails where nothing is sent at all", async () => {
    const { run } = pace({ rateLimit: async () => new Response(), tracing: through });
    expect(await failure(run())).toMatchObject({
      name: "TypeError",
      message: "Options concurrency, rateLimit and tracing must call next()",
    });
  });

  test("stands around nothing where there is none of it", () => {
    const { attempt } = callState().client;
    expect(callState({ features: [pacing({}, details)] }).client.attempt).toBe(attempt);
  });
});

describe("headers that are added", () => {
  const adding =
    (added: Record<string, string>): Around =>
    (attempt, next) => {
      Object.assign(attempt.headers, added);
      return next();
    };

  test("give way to those of the request, in whatever case they are written", async () => {
    const { run, sent } = pace({ tracing: adding({ "Content-Type": "a/b", "X-Own": "1" }) });
    await run();
    expect(sent[0]!.headers).toEqual({ "content-type": "application/json", "x-own": "1" });
  });

  test("are refused before anything is sent where they are not valid", async () => {
    const { call, run, sent } = pace({ tracing: adding({ "x-own": "a\nb" }) });
    const error = await failure(run());
    expect(error).toMatchObject({ code: "CONFIGURATION" });
    expect(error.message).not.toContain("a\nb");
    expect([sent, call.stage]).toEqual([[], "before"]);
  });
});

test("an attempt that nobody waits for fails without being heard", async () => {
  const unhandled: unknown[] = [];
  const listener = (error: unknown) => void unhandled.push(error);
  process.on("unhandledRejection", listener);
  try {
    const { run } = pace({
      tracing: async (attempt, next) => {
        attempt.headers["x-own"] = "a\nb";
        void next();
        return new Response();
      },
    });
    expect((await failure(run())).message).toContain("must call next()");
    await new Promise((done) => setTimeout(done, 5));
    expect(unhandled).toEqual([]);
  } finally {
    process.off("unhandledRejection", listener);
  }
});
