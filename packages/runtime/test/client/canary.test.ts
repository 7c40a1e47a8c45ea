import { afterEach, describe, expect, test, vi } from "vitest";
import type { ClientOptions } from "../../src/index.js";
import { print } from "../support/print.js";
import { type Answer, json, serve } from "../support/serve.js";
import {
  canary,
  client,
  createThing,
  failure,
  type ThingsOptions,
  updateThing,
} from "../support/things.js";

afterEach(() => vi.unstubAllEnvs());

const echo: Answer = (response, { headers, body }) =>
  json(response, 400, { headers, body, request_id: canary, error_code: canary });
const echoPage: Answer = (response, { headers, body }) => {
  response.writeHead(500, { "content-type": "text/html", "x-request-id": `id-${canary}` });
  response.end(JSON.stringify(headers) + body);
};
const echoBroken: Answer = (response, { headers, body }) => {
  response.writeHead(200, { "content-type": "application/json", "x-request-id": canary });
  response.end(`{"headers": ${JSON.stringify(headers)}, ${body}`);
};
const echoWrong: Answer = (response, { headers, body }) => json(response, 200, [headers, body]);
const reset: Answer = (response) => response.destroy();
const stall: Answer = () => {};
const redirect: Answer = (response) =>
  response.writeHead(302, { location: `https://b.test/?${canary}` }).end(canary);

/** A fetch that fails with all that it was given, as an HTTP library's error may. */
const tellTale = async (url: string, init: RequestInit): Promise<Response> => {
  const request = new Request(url, init);
  const headers = Object.fromEntries(request.headers);
  const body = await request.text();
  throw Object.assign(
    new Error(`${JSON.stringify(headers)} ${body}`, { cause: { headers, body } }),
    {
      config: { headers, body },
      request,
      [Symbol("headers")]: request.headers,
    },
  );
};
const tellTaleText = (_: string, init: RequestInit) =>
  // oxlint-disable-next-line no-throw-literal, prefer-promise-reject-errors -- a fetch may do this
  Promise.reject((init.body as string) + JSON.stringify([...new Headers(init.headers)]));

const paths: [string, Answer, ThingsOptions][] = [
  ["an error that repeats the request", echo, {}],
  ["a page that repeats the request", echoPage, {}],
  ["broken JSON that repeats the request", echoBroken, {}],
  ["JSON of the wrong shape that repeats the request", echoWrong, {}],
  ["a connection that breaks", reset, {}],
  ["a timeout", stall, { timeout: 20 }],
  ["a deadline", stall, { deadline: 20 }],
  ["a redirect", redirect, {}],
  ["a fetch that fails with the request", stall, { fetch: tellTale }],
  ["a fetch that fails with text", stall, { fetch: tellTaleText }],
  ["a key that cannot be sent", stall, { credentials: { id: "i", key: `${canary}\n` } }],
  ["a key that is no string", stall, { credentials: { id: "i", key: (() => [canary]) as never } }],
];

describe.each(["header", "body"] as const)(
  "with credentials in the %s, a secret is in no error, log line or view after",
  (credentialPlacement) => {
    test.each(paths)("%s", async (_, answer, options) => {
      vi.stubEnv("THINGS_LOG", "debug");
      const { url } = await serve(answer);
      const shown: unknown[] = [];
      const show = (...values: unknown[]) => void shown.push(...values);
      const watching: ClientOptions = {
        hooks: { onRequest: show, onResponse: show, onRetry: show, onError: show },
        logger: { debug: show, info: show, warn: show, error: show },
        credentialPlacement,
        retries: 1,
      };
      const things = client(url, { ...watching, ...options } as ThingsOptions);
      const calls = [];
      for (const send of [updateThing, createThing]) {
        const call = send(things, { a: 1 });
        calls.push(call);
        shown.push(await failure(call), await call.result());
      }
      shown.push(things, things.raw, ...calls);
      const raw = await things.raw
        .POST("/things/update", { body: { a: 1 } })
        .catch((error: unknown) => error);
      // A 2xx answer is the caller's data, whatever the server puts into it.
      if (raw instanceof Error) shown.push(raw);
      else shown.push((raw as { error: unknown }).error);
      expect(shown.length).toBeGreaterThan(8);
      for (const value of shown) expect(print(value)).not.toContain(canary);
    });
  },
);

test("the search finds what is there", () => {
  const hidden = Object.defineProperty(new Error("x"), "k", { value: canary });
  for (const value of [
    new Error(canary),
    new Error("x", { cause: canary }),
    { a: [canary] },
    hidden,
  ]) {
    expect(print(value)).toContain(canary);
  }
});
