import { expect, test } from "vitest";
import { callOperation, emptyAnswer, plainBody } from "../../src/client.js";
import { client, failure, update } from "../support/things.js";
import { json, serve } from "../support/serve.js";

const put = {
  ...update,
  id: "putThing",
  method: "PUT",
  serializeBody: { ...plainBody, contentType: "application/pdf" },
} as const;

/** A stream of bytes that ends, or fails. */
function bytes(error?: Error): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent++ < 3) controller.enqueue(new TextEncoder().encode(`part ${sent};`));
      else if (error) controller.error(error);
      else controller.close();
    },
  });
}

test("a stream is sent as it comes, by its type, in chunks", async () => {
  const { url, seen } = await serve((response) => json(response, 200, { request_id: "r" }));
  await callOperation(client(url), put, { body: bytes() });
  expect(seen).toMatchObject([
    {
      method: "PUT",
      body: "part 1;part 2;part 3;",
      headers: { "content-type": "application/pdf", "transfer-encoding": "chunked" },
    },
  ]);
});

test("with middleware, too", async () => {
  const { url, seen } = await serve((response) => json(response, 200, { request_id: "r" }));
  const things = client(url);
  things.raw.use({ onRequest: () => undefined });
  await callOperation(things, put, { body: bytes() });
  expect(seen[0]).toMatchObject({ body: "part 1;part 2;part 3;" });
});

test("it is not sent again, for it is used up", async () => {
  const { url, seen } = await serve((response) => json(response, 503, {}));
  const call = callOperation(client(url), put, { body: bytes() });
  expect(await failure(call)).toMatchObject({ name: "ApiError", status: 503 });
  expect(seen).toHaveLength(1);
});

test.each([
  ["PUT", "NetworkError"],
  ["POST", "OutcomeUnknownError"],
] as const)("a %s whose stream fails is a %s", async (method, name) => {
  const { url } = await serve((response) => json(response, 200, {}));
  const operation = { ...put, method, idempotent: method === "PUT" };
  const call = callOperation(client(url), operation, { body: bytes(new Error("mine")) });
  expect(await failure(call)).toMatchObject({ name });
});

test("one that is read already is a fault of the caller's, and nothing is sent", async () => {
  const { url, seen } = await serve((response) => json(response, 200, {}));
  const body = bytes();
  await callOperation(client(url), { ...put, response: emptyAnswer }, { body });
  expect(await failure(callOperation(client(url), put, { body }))).toBeInstanceOf(TypeError);
  expect(seen).toHaveLength(1);
});
