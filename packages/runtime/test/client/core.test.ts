import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { callOperation, createClient, type FetchFunction, Secret } from "../../src/client.js";
import { type Answer, json, serve } from "../support/serve.js";
import { canary, definition, failure, update } from "../support/things.js";

const credentials = { id: "thing-id-1", key: canary };

function core(url: string, options: object = {}) {
  return createClient(definition, { baseUrl: url, credentials, maxRetryDelay: 1, ...options });
}

const call = (url: string, options?: object) =>
  callOperation(core(url, options), update, { body: { a: 1 } });

describe("a client without features", () => {
  test("sends, with credentials, and gives the data", async () => {
    const { url, seen } = await serve((response) => json(response, 200, { request_id: "r" }));
    expect(await call(url)).toEqual({ request_id: "r" });
    expect(seen[0]).toMatchObject({
      body: '{"a":1}',
      headers: { "thing-key": canary, "thing-version": "7", accept: "application/json" },
    });
  });

  test("shows nothing of what it knows, and has no raw client", () => {
    const client = core("https://a.test");
    expect(Object.keys(client)).toEqual([]);
    expect(inspect(client, { showHidden: true, depth: 9 })).toBe("{}");
  });

  test.each<[string, Answer, object, string]>([
    ["503", (response) => json(response, 503, {}), {}, "ApiError"],
    ["a reset", (response) => response.destroy(), {}, "NetworkError"],
    ["no answer", () => {}, { timeout: 30, retries: 2 }, "TimeoutError"],
  ])("tries again after %s", async (_, answer, options, name) => {
    const { url } = await serve(answer);
    let sent = 0;
    const counted: FetchFunction = (to, init) => (sent++, fetch(to, init));
    const error = await failure(call(url, { ...options, fetch: counted }));
    expect(error).toMatchObject({ name, operation: "updateThing" });
    expect(sent).toBe(3);
  });

  test.each<[string, Answer]>([
    ["a body", (response, { headers }) => json(response, 400, { headers })],
    ["a page", (response, { headers }) => response.writeHead(502).end(JSON.stringify(headers))],
    ["a success", (response, { headers }) => json(response, 200, [headers])],
  ])("tells no credential that comes back in %s", async (_, answer) => {
    const { url } = await serve(answer);
    const error = await failure(call(url, { retries: 0 }));
    const shown = inspect([error, error["body"]], { depth: 9, showHidden: true });
    expect(shown + JSON.stringify([error, error["body"]])).not.toContain(canary);
  });

  test("keeps the cause of a failure, but for one that shows a credential", async () => {
    const cause = Object.assign(new TypeError("fetch failed"), { code: "ECONNRESET" });
    const fetch = () => Promise.reject(cause);
    expect((await failure(call("https://a.test", { fetch, retries: 0 }))).cause).toBe(cause);
    const telling = () => Promise.reject(new Error(`no ${canary}`));
    const error = await failure(call("https://a.test", { fetch: telling, retries: 0 }));
    expect(error.cause).toBeUndefined();
  });

  test("takes a Secret", async () => {
    const { url, seen } = await serve((response) => json(response, 200, {}));
    const client = core(url, { credentials: { id: "i", key: new Secret(canary) } });
    await callOperation(client, update, { body: { secret: new Secret("own") } });
    expect(seen[0]).toMatchObject({ body: '{"secret":"own"}', headers: { "thing-key": canary } });
  });
});
