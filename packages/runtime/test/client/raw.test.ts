import { describe, expect, test } from "vitest";
import { type Answer, json, serve } from "../support/serve.js";
import { canary, client, failure, updateThing } from "../support/things.js";
import { VERSION } from "../../src/version.js";

const ok: Answer = (response) => json(response, 200, { request_id: "r" });

describe("the raw client", () => {
  test("gives data or error with the response, and has the client's credentials and headers", async () => {
    const { url, seen } = await serve((response, _, number) =>
      json(response, number === 1 ? 200 : 404, { request_id: `r${number}` }),
    );
    const { raw } = client(url);
    const first = await raw.POST("/things/update", { body: { a: 1 } });
    expect([first.data, first.error, first.response.status, first.response.url]).toEqual([
      { request_id: "r1" },
      undefined,
      200,
      `${url}/things/update`,
    ]);
    const second = await raw.POST("/things/update", { body: { a: 1 } });
    expect([second.data, second.error, second.response.status]).toEqual([
      undefined,
      { request_id: "r2" },
      404,
    ]);
    expect(seen[0]).toMatchObject({
      body: '{"a":1}',
      headers: { "thing-key": canary, "thing-version": "7", "content-type": "application/json" },
    });
  });

  test("puts credentials into its body, sends forms, and takes parseAs", async () => {
    const { url, seen } = await serve(ok);
    const { raw } = client(url, { credentialPlacement: "body" });
    const { data } = await raw.POST("/things/update", { body: { a: 1 }, parseAs: "text" });
    expect(data).toBe('{"request_id":"r"}');
    expect(JSON.parse(seen[0]!.body)).toMatchObject({ a: 1, thing_key: canary });
    const form = new FormData();
    form.set("a", "1");
    await raw.POST("/things/update", { body: {}, bodySerializer: () => form });
    expect(seen[1]!.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(seen[1]!.body).toContain(/boundary=(.*)$/.exec(seen[1]!.headers["content-type"]!)![1]);
  });

  test("retries by the method, and rejects with the errors of a client", async () => {
    const { url, seen } = await serve((response) => response.destroy());
    const { raw } = client(url, { retries: 1 });
    expect(await failure(raw.POST("/things/update", { body: {} }))).toMatchObject({
      name: "OutcomeUnknownError",
      operation: "raw.POST",
    });
    expect(seen).toHaveLength(1);
    // @ts-expect-error the API has no such operation
    expect(await failure(raw.PUT("/things/update", { body: {} }))).toMatchObject({
      name: "NetworkError",
    });
    expect(seen).toHaveLength(3);
    expect(
      await failure(client(url, { credentials: {} }).raw.POST("/things/update", { body: {} })),
    ).toMatchObject({ name: "ConfigurationError", operation: "raw.POST" });
  });

  test("takes its signal, also when middleware replaces the request", async () => {
    const { url } = await serve(() => {});
    const { raw } = client(url);
    for (const replace of [false, true]) {
      if (replace) raw.use({ onRequest: ({ request }) => new Request(request) });
      const controller = new AbortController();
      const call = raw.POST("/things/update", { body: {}, signal: controller.signal });
      setTimeout(() => controller.abort("mine"), 20);
      expect(await failure(call)).toMatchObject({ name: "AbortedError", cause: "mine" });
    }
  });

  test("hands on what only fetch knows", async () => {
    const inits: RequestInit[] = [];
    const fetch = async (_: string, init: RequestInit) => (inits.push(init), Response.json({}));
    await client("https://a.test", { fetch }).raw.POST("/things/update", {
      body: {},
      keepalive: true,
      dispatcher: "mine",
    });
    expect(inits[0]).toMatchObject({
      keepalive: true,
      dispatcher: "mine",
      redirect: "manual",
      method: "POST",
    });
  });

  test.each(["json", undefined] as const)(
    "tells of an answer that is no JSON, and does not quote it (parseAs: %s)",
    async (parseAs) => {
      const { url } = await serve((response, _, number) => {
        // openapi-fetch reads the one as text, the other as JSON.
        if (number === 1) response.setHeader("content-length", canary.length);
        response.end(canary);
      });
      const told: unknown[] = [];
      const onError = ({ error }: { error: unknown }) => void told.push(error);
      const { raw } = client(url, { hooks: { onError } });
      for (const call of [
        () => raw.POST("/things/update", { body: {}, ...(parseAs && { parseAs }) }),
        () => raw.request("post", "/things/update", { body: {} }),
      ]) {
        const error = await failure(call());
        expect(error).toMatchObject({
          name: "ParseError",
          status: 200,
          message: "raw.POST: the answer with status 200 is not JSON",
        });
        expect(error.cause).toBeUndefined();
        expect(told.pop()).toBe(error);
      }
    },
  );

  test("gives nothing for an answer that is empty", async () => {
    const { url } = await serve((response) => response.writeHead(200).end());
    const { data, response } = await client(url).raw.POST("/things/update", { body: {} });
    expect([data, response.status]).toEqual([undefined, 200]);
  });

  test("does not take credentials to another server", async () => {
    const { url, seen } = await serve(ok);
    const { raw } = client("https://a.test");
    for (const baseUrl of [url, "https://a.test.evil.test", "http://a.test"]) {
      expect(await failure(raw.POST("/things/update", { body: {}, baseUrl }))).toMatchObject({
        name: "ConfigurationError",
      });
    }
    expect(seen).toHaveLength(0);
  });
});

describe("middleware", () => {
  test("sees an operation's request and answer, and no credentials", async () => {
    const { url, seen } = await serve(ok);
    const things = client(url);
    const shown: unknown[] = [];
    things.raw.use({
      async onRequest({ request, schemaPath }) {
        shown.push(
          request instanceof Request,
          schemaPath,
          await request.clone().text(),
          [...request.headers].join(),
        );
        request.headers.set("X-Added", "1");
      },
      async onResponse({ response }) {
        shown.push(await response.clone().json());
      },
    });
    const { data, response } = await updateThing(things, { a: 1 }).withResponse();
    expect(data).toEqual({ request_id: "r" });
    expect(response.bodyUsed).toBe(true);
    expect(shown).toEqual([
      true,
      "/things/update",
      '{"a":1}',
      `accept,application/json,content-type,application/json,thing-version,7,user-agent,plaid-partner-runtime/${VERSION}`,
      { request_id: "r" },
    ]);
    expect(seen[0]).toMatchObject({
      body: '{"a":1}',
      headers: { "x-added": "1", "thing-key": canary },
    });
  });

  test("may read the answer, and replace request and answer", async () => {
    const { url, seen } = await serve(ok);
    const things = client(url, { credentialPlacement: "body", retries: 0 });
    things.raw.use({
      onRequest: ({ request }) =>
        new Request(request, { method: "POST", body: '{"replaced":true}' }),
      onResponse: async ({ response }) =>
        Response.json({ was: await response.json(), request_id: "new" }),
    });
    expect(await updateThing(things, { a: 1 })).toEqual({
      was: { request_id: "r" },
      request_id: "new",
    });
    expect(JSON.parse(seen[0]!.body)).toEqual({
      replaced: true,
      thing_id: "thing-id-1",
      thing_key: canary,
    });
  });

  test("that only reads the answer leaves it to the operation", async () => {
    const { url } = await serve(ok);
    const things = client(url);
    things.raw.use({ onResponse: async ({ response }) => void (await response.text()) });
    expect(await updateThing(things, {})).toEqual({ request_id: "r" });
  });

  test("may answer itself, and turn an answer into another kind", async () => {
    const { url, seen } = await serve(ok);
    const things = client(url);
    const answers = [
      Response.json({ request_id: "cached" }),
      Response.json({ error_code: "NO" }, { status: 404 }),
    ];
    things.raw.use({ onRequest: () => answers.shift() });
    expect(await updateThing(things, {})).toEqual({ request_id: "cached" });
    expect(await failure(updateThing(things, {}))).toMatchObject({
      name: "NotFoundError",
      message: "updateThing: 404 NO",
    });
    expect(seen).toHaveLength(0);
  });

  test("sees retries as one request, and errors of the client", async () => {
    const { url } = await serve((response) => response.destroy());
    const things = client(url, { retries: 1 });
    const shown: unknown[] = [];
    things.raw.use({
      onRequest: () => void shown.push("request"),
      onError: ({ error }) => void shown.push((error as Error).name),
    });
    expect(await failure(updateThing(things, {}))).toMatchObject({ name: "NetworkError" });
    expect(shown).toEqual(["request", "NetworkError"]);
  });
});
