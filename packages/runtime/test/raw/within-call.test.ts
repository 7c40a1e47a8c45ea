import { describe, expect, test } from "vitest";
import type { FetchFunction } from "../../src/index.js";
import { client, createThing, failure, updateThing } from "../support/things.js";

const never = () => new Promise<never>(() => {});
const url = "https://a.test";

function counting() {
  const sent: string[] = [];
  const fetch: FetchFunction = async (to) => {
    sent.push(to);
    return Response.json({ request_id: "r" });
  };
  return { fetch, sent };
}

describe("middleware that hangs", () => {
  test("is ended by the deadline and the signal of an operation", async () => {
    const { fetch, sent } = counting();
    const things = client(url, { fetch });
    things.raw.use({ onRequest: never });
    expect(await failure(updateThing(things, {}, { deadline: 20 }))).toMatchObject({
      name: "TimeoutError",
      scope: "call",
    });
    const reason = new Error("enough");
    const controller = new AbortController();
    const call = failure(createThing(things, {}, { signal: controller.signal }));
    controller.abort(reason);
    expect(await call).toMatchObject({ name: "AbortedError", cause: reason });
    // Nothing was sent, and the error says so.
    expect(await failure(createThing(things, {}, { deadline: 20 }))).toMatchObject({
      name: "TimeoutError",
    });
    expect(sent).toEqual([]);
  });

  test("leaves it unknown whether what was sent took effect", async () => {
    const { fetch, sent } = counting();
    const things = client(url, { fetch, deadline: 20 });
    things.raw.use({ onResponse: never });
    for (const call of [
      createThing(things, {}),
      things.raw.POST("/things/update", { body: {} }),
    ] as PromiseLike<unknown>[]) {
      expect(await failure(call)).toMatchObject({
        name: "OutcomeUnknownError",
        cause: { name: "TimeoutError", scope: "call" },
      });
    }
    expect(await failure(updateThing(things, {}))).toMatchObject({ name: "TimeoutError" });
    expect(sent).toHaveLength(3);
  });

  test("is ended by the signal of a raw call", async () => {
    const { fetch } = counting();
    const { raw } = client(url, { fetch });
    raw.use({ onRequest: never });
    const signal = AbortSignal.timeout(20);
    expect(await failure(raw.POST("/things/update", { body: {}, signal }))).toMatchObject({
      name: "AbortedError",
      cause: signal.reason,
    });
  });

  test("that goes on when the call has ended sends nothing", async () => {
    const { fetch, sent } = counting();
    const things = client(url, { fetch, deadline: 10 });
    things.raw.use({
      onRequest: async () => {
        await new Promise((done) => setTimeout(done, 30));
        return undefined;
      },
    });
    await failure(createThing(things, {}));
    await failure(things.raw.POST("/things/update", { body: {} }));
    await new Promise((done) => setTimeout(done, 60));
    expect(sent).toEqual([]);
  });
});

test("errors of the raw client have their attempts", async () => {
  const { raw } = client(url, {
    retries: 0,
    fetch: async () => Promise.reject(new Error("broken")),
  });
  expect(await failure(raw.POST("/things/update", { body: {} }))).toMatchObject({
    attempts: [{ outcome: "NetworkError" }],
  });
});
