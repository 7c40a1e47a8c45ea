import { afterEach, describe, expect, test, vi } from "vitest";
import {
  callOperation,
  formBody,
  multipartBody,
  plainBody,
  plainCookies,
  plainPath,
  plainQuery,
  textAnswer,
  type OperationDefinition,
  withParameters,
} from "../../src/client.js";
import { canary, client, failure, update, updateThing } from "../support/things.js";
import { json, serve } from "../support/serve.js";

afterEach(() => vi.unstubAllEnvs());

const ok = (response: Parameters<typeof json>[0]) => json(response, 200, { request_id: "r" });

describe("what is sent", () => {
  test("an operation's body as JSON, credentials in headers, default headers", async () => {
    const { url, seen } = await serve(ok);
    expect(await updateThing(client(url), { a: "\u00e9", b: undefined })).toEqual({
      request_id: "r",
    });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      method: "POST",
      url: "/things/update",
      body: '{"a":"\u00e9"}',
      headers: {
        "content-type": "application/json",
        "thing-id": "thing-id-1",
        "thing-key": canary,
        "thing-version": "7",
      },
    });
  });

  test("credentials in the body, and then in no header", async () => {
    const { url, seen } = await serve(ok);
    await updateThing(client(url, { credentialPlacement: "body" }), { a: 1 });
    expect(JSON.parse(seen[0]!.body)).toEqual({ thing_id: "thing-id-1", thing_key: canary, a: 1 });
    expect(seen[0]!.headers).not.toHaveProperty("thing-id");
    expect(seen[0]!.headers).not.toHaveProperty("thing-key");
    expect(Number(seen[0]!.headers["content-length"])).toBe(Buffer.byteLength(seen[0]!.body));
  });

  test("credentials of a call over the client's, one by one; from variables where there are none", async () => {
    const { url, seen } = await serve(ok);
    await updateThing(client(url), {}, { credentials: { key: "other-key", id: undefined } });
    vi.stubEnv("THINGS_ID", "variable-id");
    vi.stubEnv("THINGS_KEY", "variable-key");
    await updateThing(client(url, { credentials: { key: async () => "fresh-key" } }), {});
    await updateThing(client(url, { credentials: undefined }), {});
    expect(seen.map(({ headers }) => [headers["thing-id"], headers["thing-key"]])).toEqual([
      ["thing-id-1", "other-key"],
      ["variable-id", "fresh-key"],
      ["variable-id", "variable-key"],
    ]);
  });

  test("headers of client and call over the defaults, whatever their case; null takes one away", async () => {
    const { url, seen } = await serve(ok);
    const things = client(url, { headers: { "THING-VERSION": "8", "X-A": "client" } });
    await updateThing(things, {}, { headers: { "x-a": "call" } });
    await updateThing(things, {}, { headers: new Headers({ "thing-version": "9" }) });
    await updateThing(things, {}, { headers: { "thing-version": null, "x-a": undefined } });
    expect(seen.map(({ headers }) => [headers["thing-version"], headers["x-a"]])).toEqual([
      ["8", "call"],
      ["9", "client"],
      [undefined, "client"],
    ]);
  });

  test("Accept for JSON, with which the caller's own wins", async () => {
    const { url, seen } = await serve(ok);
    const accepting = client(url, { headers: { Accept: "text/json" } });
    await updateThing(client(url), {});
    await updateThing(client(url), {}, { headers: { ACCEPT: "application/vnd.a+json" } });
    await updateThing(client(url), {}, { headers: { accept: null } });
    await updateThing(accepting, {});
    await updateThing(client(url, { headers: { accept: null } }), {});
    await callOperation(client(url), { ...update, accept: "text/csv", response: textAnswer }, {});
    expect(seen.map(({ headers }) => headers.accept)).toEqual([
      "application/json",
      "application/vnd.a+json",
      "*/*",
      "text/json",
      "*/*",
      "text/csv",
    ]);
  });

  test("parameters in path, query, headers and cookies", async () => {
    const { url, seen } = await serve(ok);
    const operation = {
      ...update,
      method: "GET",
      path: "/things/{id}/{part}",
      parameters: withParameters({ path: plainPath, query: plainQuery, cookie: plainCookies }),
    };
    const options = {
      params: { query: { q: [1, 2] }, headers: { "X-B": "b" }, cookie: { c: "d;e" } },
    };
    const input = { path: { id: "a/b", part: 0 }, query: { p: "x y" }, headers: { "X-C": 1 } };
    await callOperation(client(`${url}/v1/`), operation, input, options);
    expect(seen[0]).toMatchObject({
      method: "GET",
      url: "/v1/things/a%2Fb/0?p=x%20y&q=1&q=2",
      body: "",
      headers: { "x-b": "b", "x-c": "1", cookie: "c=d%3Be" },
    });
    expect(seen[0]!.headers).not.toHaveProperty("content-type");
  });

  test.each([{}, { id: "" }, { id: "." }, { id: ".." }, { id: null }])(
    "no path of %j",
    async (path) => {
      const { url, seen } = await serve(ok);
      const operation = {
        ...update,
        path: "/things/{id}/update",
        parameters: withParameters({ path: plainPath }),
      };
      expect(await failure(callOperation(client(url), operation, { path }))).toMatchObject({
        name: "ConfigurationError",
        message: expect.stringContaining("Path parameter id"),
      });
      expect(seen).toHaveLength(0);
    },
  );

  test("forms, parts and plain bodies", async () => {
    const { url, seen } = await serve(ok);
    const things = client(url, { credentialPlacement: "body" });
    const send = (
      serializeBody: OperationDefinition["serializeBody"],
      body: unknown,
      headers?: Record<string, string>,
    ) =>
      callOperation(
        things,
        { ...update, ...(serializeBody && { serializeBody }) },
        { body },
        headers && { headers },
      );
    await send(formBody, { a: "1 2" });
    await send(multipartBody, { a: "1" });
    await send(multipartBody, { a: { b: [1] } });
    await send(plainBody, "text");
    await send(plainBody, new Uint8Array([65]), { "Content-Type": "image/png" });
    expect(
      seen.map(({ headers, body }) => [
        headers["content-type"]?.replace(/=.*/, ""),
        body.replace(/\r\n/g, "|").replace(/--form[^|]*/g, "B"),
        headers["thing-key"],
      ]),
    ).toEqual([
      ["application/x-www-form-urlencoded", "a=1+2", canary],
      ["multipart/form-data; boundary", 'B|Content-Disposition: form-data; name="a"||1|B|', canary],
      [
        "multipart/form-data; boundary",
        'B|Content-Disposition: form-data; name="a"|Content-Type: application/json||{"b":[1]}|B|',
        canary,
      ],
      ["text/plain;charset", "text", canary],
      ["image/png", "A", canary],
    ]);
  });

  test("no body where there is none", async () => {
    const { url, seen } = await serve(ok);
    await callOperation(client(url), update, {});
    expect(seen[0]!.body).toBe("");
    expect(seen[0]!.headers).not.toHaveProperty("content-type");
  });

  test("a body that cannot be serialized is a fault of the caller's, and no ClientError", async () => {
    const { url, seen } = await serve(ok);
    expect(await failure(updateThing(client(url), { a: 1n }))).toBeInstanceOf(TypeError);
    await expect(updateThing(client(url), { a: 1n }).result()).rejects.toBeInstanceOf(TypeError);
    expect(seen).toHaveLength(0);
  });
});
