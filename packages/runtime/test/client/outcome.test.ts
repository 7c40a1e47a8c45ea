import { expect, describe, test } from "vitest";
import {
  blobAnswer,
  callOperation,
  emptyAnswer,
  type OperationDefinition,
  textAnswer,
} from "../../src/client.js";
import { ApiError, ParseError } from "../../src/index.js";
import { client, failure, update, updateThing } from "../support/things.js";
import { type Answer, json, serve } from "../support/serve.js";

const answer =
  (status: number, body: string | Buffer | undefined, headers = {}): Answer =>
  (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
const asJson = { "content-type": "application/json" };
const html = { "content-type": "text/html" };

async function ask(reply: Answer, operation: OperationDefinition = update) {
  const { url } = await serve(reply);
  return callOperation(client(url, { retries: 0 }), operation, { body: {} });
}

describe("answers that are not as promised", () => {
  test.each([
    ["a page", answer(200, "<html>", html), /is not JSON$/],
    ["broken JSON", answer(200, '{"request_id":', asJson), /is not JSON$/],
    ["nothing", answer(200, "", asJson), /is not JSON$/],
    [
      "nothing, in chunks",
      answer(200, undefined, { ...asJson, "transfer-encoding": "chunked" }),
      /is not JSON$/,
    ],
    ["204", answer(204, undefined), /is not JSON$/],
    ["JSON of another type", answer(200, "{}", html), /is not JSON$/],
    ["an array", answer(200, "[]", asJson), /is no JSON object$/],
  ])("%s", async (_, reply, message) => {
    const error = await failure(
      ask(
        (response, ...rest) => (response.setHeader("X-Request-Id", "h1"), reply(response, ...rest)),
      ),
    );
    expect(error).toBeInstanceOf(ParseError);
    expect(error).toMatchObject({
      operation: "updateThing",
      requestId: "h1",
      message: expect.stringMatching(message),
    });
    expect([200, 204]).toContain(error["status"]);
  });

  test("but 204 where nothing is promised", async () => {
    expect(await ask(answer(204, undefined), { ...update, response: emptyAnswer })).toBeUndefined();
  });

  test("text and blobs", async () => {
    expect(
      await ask(answer(200, "a,b", { "content-type": "text/csv" }), {
        ...update,
        response: textAnswer,
      }),
    ).toBe("a,b");
    const blob = (await ask(answer(200, Buffer.from([0, 255]), { "content-type": "image/png" }), {
      ...update,
      response: blobAnswer,
    })) as Blob;
    expect([blob.type, [...new Uint8Array(await blob.arrayBuffer())]]).toEqual([
      "image/png",
      [0, 255],
    ]);
  });
});

describe("answers outside 2xx", () => {
  test.each([
    [
      "JSON",
      answer(400, '{"error_code":"NO_GOOD","request_id":"r1"}', asJson),
      400,
      { error_code: "NO_GOOD", request_id: "r1" },
      "updateThing: 400 NO_GOOD (request id r1)",
    ],
    [
      "a page",
      answer(502, "<html>bad gateway", html),
      502,
      "<html>bad gateway",
      "updateThing: 502",
    ],
    ["nothing", answer(500, undefined), 500, "", "updateThing: 500"],
    ["broken JSON", answer(500, "{", asJson), 500, "{", "updateThing: 500"],
    ["null", answer(500, "null", asJson), 500, "", "updateThing: 500"],
    ["304", answer(304, undefined), 304, "", "updateThing: 304"],
    ["a status of nobody", answer(799, "x"), 799, "x", "updateThing: 799"],
  ])("%s", async (_, reply, status, body, message) => {
    const error = await failure(ask(reply));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      name: "ApiError",
      status,
      body,
      message,
      operation: "updateThing",
    });
  });

  test("a redirect is an error, and is not followed", async () => {
    const elsewhere = await serve((response) => json(response, 200, { request_id: "r" }));
    const error = await failure(ask(answer(307, undefined, { location: elsewhere.url })));
    expect(error).toMatchObject({ name: "ApiError", status: 307 });
    expect(elsewhere.seen).toHaveLength(0);
  });

  test("Retry-After is told, in milliseconds", async () => {
    expect(await failure(ask(answer(429, undefined, { "retry-after": "7" })))).toMatchObject({
      name: "RateLimitError",
      code: "RATE_LIMIT",
      retryAfter: 7000,
    });
  });
});

describe("the three views of a call", () => {
  test("share one request", async () => {
    const { url, seen } = await serve((response) => json(response, 200, { request_id: "r1" }));
    const call = updateThing(client(url), {});
    expect(call).toBeInstanceOf(Promise);
    const { data, response, requestId } = await call.withResponse();
    expect([await call, await call.result()]).toEqual([data, { ok: true, data }]);
    expect([data, requestId, response.status, response.bodyUsed, response.url]).toEqual([
      { request_id: "r1" },
      "r1",
      200,
      true,
      `${url}/things/update`,
    ]);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(seen).toHaveLength(1);
  });

  test("starts when it is made", async () => {
    const { url, seen } = await serve((response) => json(response, 200, {}));
    const call = updateThing(client(url), {});
    await expect.poll(() => seen.length).toBe(1);
    await call;
  });

  test("result gives every error of a call as a value", async () => {
    const { url } = await serve((response) => json(response, 404, { error_code: "NO_THING" }));
    const result = await updateThing(client(url), {}).result();
    expect(result).toMatchObject({
      ok: false,
      error: { name: "NotFoundError", body: { error_code: "NO_THING" } },
    });
    const unset = await updateThing(client(url, { credentials: {} }), {}).result();
    expect(unset).toMatchObject({ ok: false, error: { code: "CONFIGURATION" } });
  });

  test("only a call that nobody looks at leaves an unhandled rejection", async () => {
    const { url } = await serve((response) => json(response, 400, {}));
    const unhandled: unknown[] = [];
    const others = process.rawListeners("unhandledRejection") as (() => void)[];
    process.removeAllListeners("unhandledRejection");
    process.on("unhandledRejection", (reason) => unhandled.push(reason));
    try {
      const looked = [
        updateThing(client(url), {}),
        updateThing(client(url), {}),
        updateThing(client(url), {}),
      ] as const;
      await Promise.allSettled([looked[0].result(), looked[1].withResponse(), looked[2]]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(unhandled).toEqual([]);
      void updateThing(client(url), {});
      await expect.poll(() => unhandled.length).toBe(1);
      expect(unhandled[0]).toBeInstanceOf(ApiError);
    } finally {
      process.removeAllListeners("unhandledRejection");
      for (const listener of others) process.on("unhandledRejection", listener);
    }
  });
});
