import { describe, expect, test } from "vitest";
import { callOperation, retryWhen } from "../../src/client.js";
import { type Answer, json, serve } from "../support/serve.js";
import {
  client,
  createThing,
  definition,
  failure,
  update,
  updateThing,
} from "../support/things.js";

const down: Answer = (response) => json(response, 503, {});

describe("the retry budget", () => {
  test("lets an outage cost little more than one attempt a call", async () => {
    const { url, seen } = await serve(down);
    const things = client(url);
    for (let i = 0; i < 50; i++) await failure(updateThing(things, {}));
    expect(seen).toHaveLength(50 + 20);
  });

  test("is the client's own, and as large as the option says", async () => {
    const { url, seen } = await serve(down);
    const things = client(url, { retryBudget: 3 });
    for (let i = 0; i < 5; i++) await failure(updateThing(things, {}));
    expect(seen).toHaveLength(5 + 3);
    await failure(updateThing(client(url, { retryBudget: 0 }), {}));
    expect(seen).toHaveLength(9);
  });

  test("gets a tenth back for each call that succeeds, up to where it began", async () => {
    let isDown = true;
    const { url, seen } = await serve((response) => json(response, isDown ? 503 : 200, {}));
    const things = client(url, { retryBudget: 1, retries: 1 });
    await failure(updateThing(things, {}));
    await failure(updateThing(things, {}));
    expect(seen).toHaveLength(3);
    isDown = false;
    for (let i = 0; i < 30; i++) await updateThing(things, {});
    isDown = true;
    await failure(updateThing(things, {}));
    await failure(updateThing(things, {}));
    expect(seen).toHaveLength(3 + 30 + 3);
  });
});

describe("what a document says of retries", () => {
  const answers = { statuses: [423], codes: ["LATER"] };
  const create = {
    ...update,
    id: "createThing",
    idempotent: false,
    retry: { retries: 4, when: retryWhen(answers, definition.errors) },
  } as const;

  test.each<[string, Answer, number]>([
    ["a status", (response) => json(response, 423, {}), 5],
    ["a code", (response) => json(response, 400, { error_code: "LATER" }), 5],
    ["another status", (response) => json(response, 400, {}), 1],
    ["another code", (response) => json(response, 400, { error_code: "NEVER" }), 1],
  ])("%s, for an operation that is not idempotent", async (_, answer, attempts) => {
    const { url, seen } = await serve(answer);
    await failure(callOperation(client(url), create, { body: {} }));
    expect(seen).toHaveLength(attempts);
  });

  test("gives way to what the caller says", async () => {
    const { url, seen } = await serve((response) => json(response, 423, {}));
    await failure(callOperation(client(url), create, { body: {} }, { retries: 1 }));
    expect(seen).toHaveLength(2);
  });

  test("names the operation that tells whether one took effect", async () => {
    const { url } = await serve((response) => response.destroy());
    const operation = { ...create, check: "getThing" };
    const error = await failure(callOperation(client(url), operation, { body: {} }));
    expect(error).toMatchObject({ name: "OutcomeUnknownError", operation: "createThing" });
    expect(error.message).toContain("look with getThing");
  });
});

describe("the attempts of a call", () => {
  test("are told by its error, with their delays", async () => {
    const before = Date.now();
    const { url } = await serve((response, _, number) =>
      number === 1 ? json(response, 503, {}) : response.destroy(),
    );
    const error = await failure(updateThing(client(url), {}));
    expect(error.name).toBe("NetworkError");
    expect(error["attempts"]).toEqual([
      { at: expect.any(Number), outcome: "503", delay: expect.any(Number) },
      { at: expect.any(Number), outcome: "NetworkError", delay: expect.any(Number) },
      { at: expect.any(Number), outcome: "NetworkError" },
    ]);
    for (const { at } of error["attempts"] as { at: number }[]) {
      expect(at).toBeGreaterThanOrEqual(before);
      expect(at).toBeLessThanOrEqual(Date.now());
    }
  });

  test("are told of one that nobody knows the outcome of, and of one that was refused", async () => {
    const { url } = await serve((response, _, number) =>
      number === 1 ? response.destroy() : json(response, 400, {}),
    );
    expect((await failure(createThing(client(url), {})))["attempts"]).toMatchObject([
      { outcome: "NetworkError" },
    ]);
    expect((await failure(createThing(client(url), {})))["attempts"]).toMatchObject([
      { outcome: "400" },
    ]);
  });
});

test("a deadline during the delay after an answer that took no effect leaves no doubt", async () => {
  const fetch = async () => Response.json({}, { status: 429, headers: { "retry-after": "9" } });
  const things = client("https://a.test", { fetch, maxRetryDelay: 10_000, deadline: 100 });
  expect(await failure(createThing(things, {}))).toMatchObject({ name: "TimeoutError" });
});

test("a deadline that passes is no failure to try again after, and takes nothing from the budget", async () => {
  let sent = 0;
  const fetch = async () =>
    ++sent > 3 ? new Response(null, { status: 503 }) : new Promise<never>(() => {});
  const retried: unknown[] = [];
  const hooks = { onRetry: (view: object) => retried.push(view) };
  const things = client("https://a.test", { fetch, hooks, retryBudget: 2 });
  for (let i = 0; i < 3; i++) {
    const error = await failure(updateThing(things, {}, { deadline: 20 }));
    expect(error["attempts"]).toEqual([{ at: expect.any(Number), outcome: "TimeoutError" }]);
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(retried).toEqual([]);
  await failure(updateThing(things, {}));
  expect(sent).toBe(6);
});
