import { expect, test } from "vitest";
import { client, createThing, failure, updateThing } from "../support/things.js";
import { serve } from "../support/serve.js";

const silent = () => serve(() => {});
const outcomes = (error: Record<string, unknown>) =>
  (error["attempts"] as { outcome: string }[]).map(({ outcome }) => outcome);

test("tells of every attempt, and of the delays between them", async () => {
  const { url } = await serve((response) => response.writeHead(503).end());
  const error = await failure(updateThing(client(url), {}));
  expect(error["attempts"]).toEqual([
    { at: expect.any(Number), outcome: "503", delay: expect.any(Number) },
    { at: expect.any(Number), outcome: "503", delay: expect.any(Number) },
    { at: expect.any(Number), outcome: "503" },
  ]);
});

test.each([
  ["timeout", { timeout: 30, retries: 0 }, "TimeoutError"],
  ["deadline", { deadline: 30 }, "TimeoutError"],
])("tells of an attempt that the %s ends", async (_, limit, name) => {
  const { url } = await silent();
  const error = await failure(updateThing(client(url), {}, limit));
  expect(error).toMatchObject({ name, operation: "updateThing" });
  expect(outcomes(error)).toEqual([name]);
});

test("tells of an attempt that its caller aborts", async () => {
  const controller = new AbortController();
  const { url } = await serve(() => controller.abort());
  const error = await failure(updateThing(client(url), {}, { signal: controller.signal }));
  expect(error).toMatchObject({ name: "AbortedError" });
  expect(outcomes(error)).toEqual(["AbortedError"]);
});

test.each([
  ["TimeoutError", silent],
  ["NetworkError", () => serve((response) => response.socket!.destroy())],
])("tells of the attempt whose outcome nobody knows after a %s", async (name, start) => {
  const { url } = await start();
  const error = await failure(createThing(client(url), {}, { deadline: 300 }));
  expect(error).toMatchObject({
    name: "OutcomeUnknownError",
    operation: "createThing",
    cause: { name, operation: "createThing" },
  });
  expect(outcomes(error)).toEqual([name]);
});

test("tells of none where none was made", async () => {
  const { url } = await silent();
  const things = client(url, { credentials: { id: "a\n" } });
  const error = await failure(updateThing(things, {}, { signal: AbortSignal.abort() }));
  expect(error["attempts"]).toBeUndefined();
});

test("asks again for a credential that did not come in time, whoever asked first", async () => {
  const { url, seen } = await serve((response) => response.end('{"request_id":"r1"}'));
  let asked = 0;
  const key = () => (asked++ ? "key-2" : new Promise<string>(() => {}));
  const things = client(url, { credentials: { id: "i", key } });
  const controller = new AbortController();
  const { signal } = controller;
  const patient = failure(updateThing(things, {}, { timeout: Infinity, signal }));
  const hasty = await failure(updateThing(things, {}, { timeout: 30, retries: 0 }));
  expect(hasty).toMatchObject({ name: "TimeoutError" });
  await updateThing(things, {});
  expect(seen.map(({ headers }) => headers["thing-key"])).toEqual(["key-2"]);
  controller.abort();
  expect(await patient).toMatchObject({ name: "AbortedError" });
});
