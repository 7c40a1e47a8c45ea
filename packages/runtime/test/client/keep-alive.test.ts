import { Agent, getGlobalDispatcher, setGlobalDispatcher } from "undici";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { type Answer, json, type Served, serve } from "../support/serve.js";
import { client, createThing, failure, updateThing } from "../support/things.js";

// One connection for each server: a call that kept it would keep all others waiting. Node's own `fetch` takes it, too.
const usual = getGlobalDispatcher();
const one = new Agent({ connections: 1 });
beforeAll(() => setGlobalDispatcher(one));
afterAll(() => (setGlobalDispatcher(usual), one.destroy()));

const good: Answer = (response, _, number) => json(response, 200, { request_id: `r${number}` });

/** Answers the first request in its own way, and all others well. */
const first =
  (odd: Answer): Answer =>
  (response, seen, number) =>
    (number === 1 ? odd : good)(response, seen, number);

/** Ten calls one after the other, and how many connections they needed. */
async function tenCalls({ url, connections }: Served): Promise<number> {
  const before = connections();
  for (let i = 0; i < 10; i++) await updateThing(client(url), { i });
  return connections() - before;
}

test("fifty calls use one connection", async () => {
  const { url, connections } = await serve(good);
  const things = client(url);
  for (let i = 0; i < 50; i++) await updateThing(things, { i });
  expect(connections()).toBe(1);
});

test("clients share it, and calls of the raw client too", async () => {
  const { url, connections } = await serve(good);
  for (let i = 0; i < 10; i++) await updateThing(client(url), { i }).withResponse();
  for (let i = 0; i < 10; i++) await client(url).raw.POST("/things/update", { body: { i } });
  expect(connections()).toBe(1);
});

test("without a bound it is two: fetch gives a connection back a moment after the end of the body", async () => {
  const { url, connections } = await serve(good);
  const agent = new Agent();
  setGlobalDispatcher(agent);
  try {
    for (let i = 0; i < 50; i++) await updateThing(client(url), { i });
  } finally {
    setGlobalDispatcher(one);
    await agent.destroy();
  }
  expect(connections()).toBeLessThanOrEqual(2);
});

test.each<[string, Answer]>([
  ["400 with JSON", (response) => json(response, 400, { error_code: "X" })],
  ["404 without a body", (response) => response.writeHead(404).end()],
  ["500 with HTML", (response) => response.writeHead(500).end("<p>".repeat(10_000))],
  ["302 with a body", (response) => response.writeHead(302, { location: "/x" }).end("there")],
  ["304", (response) => response.writeHead(304).end()],
])("an answer that is an error gives its connection back: %s", async (_, odd) => {
  const served = await serve(first(odd));
  await failure(createThing(client(served.url), {}));
  expect(served.connections()).toBe(1);
  expect(await tenCalls(served)).toBe(0);
});

test("an answer without content gives its connection back", async () => {
  const served = await serve(first((response) => response.writeHead(204).end()));
  await failure(updateThing(client(served.url), {}));
  expect(await tenCalls(served)).toBe(0);
});

test("attempts of one call use one connection", async () => {
  const served = await serve((response, seen, number) =>
    number < 3 ? response.writeHead(503).end("busy") : good(response, seen, number),
  );
  await updateThing(client(served.url), {});
  expect(served.seen).toHaveLength(3);
  expect(served.connections()).toBe(1);
});

const hangs: Answer = () => {};
const stops: Answer = (response) => void response.writeHead(200).write('{"request_id":');

test.each<[string, Answer]>([
  ["before the headers", hangs],
  ["within the body", stops],
])("after a call that was aborted %s, all is well", async (_, odd) => {
  const controller = new AbortController();
  const served = await serve(
    first((response, seen, number) => {
      odd(response, seen, number);
      setTimeout(() => controller.abort(), 20);
    }),
  );
  const error = await failure(updateThing(client(served.url), {}, controller));
  expect(error.name).toBe("AbortedError");
  expect(await tenCalls(served)).toBe(1);
});

test.each<[string, Answer]>([
  ["before the headers", hangs],
  ["within the body", stops],
])("after a call that timed out %s, all is well", async (_, odd) => {
  const wait = setTimeout;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  // The time is out some moments after the request has arrived, however long that takes.
  const served = await serve(
    first((response, seen, number) => {
      odd(response, seen, number);
      wait(() => vi.advanceTimersByTime(50), 20);
    }),
  );
  const limits = { timeout: 50, retries: 0 };
  expect((await failure(updateThing(client(served.url), {}, limits))).name).toBe("TimeoutError");
  vi.useRealTimers();
  expect(await tenCalls(served)).toBe(1);
});

test("after an error whose body was too large to be read, all is well", async () => {
  const served = await serve(first((response) => response.writeHead(400).end("x".repeat(2 ** 22))));
  expect(await failure(updateThing(client(served.url), {}))).toMatchObject({
    status: 400,
    body: "",
  });
  expect(await tenCalls(served)).toBe(1);
});

test("a connection that the server closes is not used again", async () => {
  const served = await serve((response, seen, number) => {
    response.setHeader("connection", "close");
    good(response, seen, number);
  });
  for (let i = 0; i < 5; i++) await updateThing(client(served.url), { i });
  expect(served.connections()).toBe(5);
});
