import { afterEach, describe, expect, test, vi } from "vitest";
import type { Hooks } from "../../src/index.js";
import {
  callOperation,
  type Client,
  createFullClient,
  plainQuery,
  putInQuery,
  withParameters,
} from "../../src/client.js";
import { json, serve } from "../support/serve.js";
import { canary, client, definition, failure, update, updateThing } from "../support/things.js";

afterEach(() => vi.unstubAllEnvs());

/** Collects what hooks get, in turn. */
function collect() {
  const views: [keyof Hooks, Record<string, unknown>][] = [];
  const add = (name: keyof Hooks) => (view: object) =>
    void views.push([name, view as Record<string, unknown>]);
  const hooks: Hooks = {
    onRequest: add("onRequest"),
    onResponse: add("onResponse"),
    onRetry: add("onRetry"),
    onError: add("onError"),
  };
  return { views, hooks };
}

describe("hooks", () => {
  test.each(["header", "body"] as const)(
    "see every attempt, without secrets (credentials in the %s)",
    async (credentialPlacement) => {
      const { url } = await serve((response, _, number) =>
        json(
          response,
          number === 1 ? 503 : 404,
          {
            request_id: `r${number}`,
            echo: canary,
            password: "p",
            deep: [{ password: "q" }],
            // Another thing's, no credential: only values are known to be secret, not this name.
            thing_id: "another-thing",
          },
          { "set-cookie": "s=1" },
        ),
      );
      const { views, hooks } = collect();
      const error = await failure(
        updateThing(client(url, { hooks, credentialPlacement }), { a: 1, password: "hidden" }),
      );
      expect(views.map(([name]) => name)).toEqual([
        "onRequest",
        "onResponse",
        "onRetry",
        "onRequest",
        "onResponse",
        "onError",
      ]);
      const [request, response, retry, , , failed] = views.map(([, view]) => view);
      const credentials = { thing_id: "[redacted]", thing_key: "[redacted]" };
      expect(request).toMatchObject({
        operation: "updateThing",
        method: "POST",
        url: `${url}/things/update`,
        attempt: 1,
      });
      expect(request!["body"]).toEqual({
        a: 1,
        password: "[redacted]",
        ...(credentialPlacement === "body" && credentials),
      });
      expect(request!["headers"]).toMatchObject({
        "thing-version": "7",
        ...(credentialPlacement === "header" && {
          "thing-key": "[redacted]",
          "thing-id": "[redacted]",
        }),
      });
      expect(response).toMatchObject({
        status: 503,
        requestId: "r1",
        attempt: 1,
        duration: expect.any(Number),
        headers: { "set-cookie": "[redacted]" },
      });
      expect(response!["body"]).toEqual({
        request_id: "r1",
        echo: "[redacted]",
        password: "[redacted]",
        deep: [{ password: "[redacted]" }],
        thing_id: "another-thing",
      });
      expect(retry).toMatchObject({
        operation: "updateThing",
        attempt: 1,
        reason: "503",
        delay: expect.any(Number),
      });
      expect(failed).toEqual({ operation: "updateThing", error });
      for (const [, view] of views) {
        expect(Object.isFrozen(view)).toBe(true);
        expect(JSON.stringify(view)).not.toMatch(new RegExp(`${canary}|hidden`));
      }
    },
  );

  test("change nothing by what they throw or reject with", async () => {
    const { url } = await serve((response, _, number) =>
      json(response, number === 1 ? 503 : 200, { request_id: "r" }),
    );
    const unhandled: unknown[] = [];
    const onUnhandled = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", onUnhandled);
    const wrong = () => {
      throw new Error("hook");
    };
    const later = async () => {
      throw new Error("hook");
    };
    for (const hook of [wrong, later]) {
      const hooks = { onRequest: hook, onResponse: hook, onRetry: hook, onError: hook };
      const logger = { debug: hook, info: hook, warn: hook, error: hook };
      expect(await updateThing(client(url, { hooks, logger }), {})).toEqual({ request_id: "r" });
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off("unhandledRejection", onUnhandled);
    expect(unhandled).toEqual([]);
  });

  test("show bodies that are not JSON as text, without credentials", async () => {
    const { url } = await serve((response) => response.end(`<p>${canary}</p>`));
    const { views, hooks } = collect();
    await failure(updateThing(client(url, { hooks }), {}));
    expect(views[1]![1]["body"]).toBe("<p>[redacted]</p>");
  });

  const broken = '{"password":"hidden"';
  test.each([
    ["JSON that calls itself HTML", "text/html", `${broken}}`, { password: "[redacted]" }],
    [
      "a type twice",
      "application/json, application/json",
      `${broken}}`,
      { password: "[redacted]" },
    ],
    ["a part of JSON", "application/json", broken, "[redacted]"],
    ["more than JSON", "application/json", `${broken}}}`, "[redacted]"],
    ["a part of JSON with escapes", "application/json", '{"p\\u0061ssword":"hidden"', "[redacted]"],
    ["a form", "application/x-www-form-urlencoded", "password=hidden", "[redacted]"],
    [
      "too deep",
      "application/json",
      `${"[".repeat(1e5)}${broken}}${"]".repeat(1e5)}`,
      "[redacted]",
    ],
    ["nothing sensitive", "text/plain", "pass", "pass"],
  ])("show nothing sensitive of %s", async (_, type, text, shown) => {
    const { url } = await serve((response) => {
      response.writeHead(200, { "content-type": type });
      response.end(text);
    });
    // Credentials too short to be searched for, and others.
    for (const key of ["k", canary]) {
      const { views, hooks } = collect();
      await updateThing(client(url, { hooks, credentials: { id: "i", key } }), {}).result();
      expect(views[1]![1]["body"]).toEqual(shown);
    }
  });

  test("show no sensitive header or parameter", async () => {
    const { url, seen } = await serve((response) =>
      json(response, 200, { request_id: "r" }, { "x-PIN": "hidden", "x-other": "shown" }),
    );
    const { views, hooks } = collect();
    const sensitive = ["X-Pin", "birth date"];
    const things: Client = createFullClient(
      {
        ...definition,
        credentials: { key: { name: "key", put: putInQuery } },
        security: [["key"]],
      },
      { sensitive, bodyFields: {} },
      { baseUrl: url, credentials: { key: "k" }, hooks },
    );
    await callOperation(
      things,
      { ...update, parameters: withParameters({ query: plainQuery }) },
      { body: {}, query: { a: 1, "birth date": "hidden" } },
      { headers: { "x-pin": "hidden" } },
    );
    expect(seen[0]!.url).toMatch(/=hidden/);
    expect(views).toHaveLength(2);
    for (const [, view] of views) {
      expect(view["url"]).toBe(`${url}/things/update?a=1&birth date=[redacted]&key=[redacted]`);
      expect(view["headers"]).toMatchObject({ "x-pin": "[redacted]" });
    }
    expect(views[1]![1]["headers"]).toMatchObject({ "x-other": "shown" });
    expect(JSON.stringify(views)).not.toContain("hidden");
  });

  test("that can't be looked up change nothing", async () => {
    const { url } = await serve((response) => json(response, 200, { request_id: "r" }));
    const hooks = {
      get onRequest(): never {
        throw new Error("hook");
      },
    };
    expect(await updateThing(client(url, { hooks }), {})).toEqual({ request_id: "r" });
    expect((await client(url, { hooks }).raw.POST("/things/update", { body: {} })).data).toEqual({
      request_id: "r",
    });
  });

  test("see calls of the raw client", async () => {
    const { url } = await serve((response) => json(response, 200, {}));
    const { views, hooks } = collect();
    await client(url, { hooks }).raw.POST("/things/update", { body: { a: 1 } });
    expect(views.map(([name, view]) => [name, view["operation"], view["body"]])).toEqual([
      ["onRequest", "raw.POST", { a: 1 }],
      ["onResponse", "raw.POST", {}],
    ]);
  });
});

describe("the log", () => {
  test.each([
    [undefined, ["warn"]],
    ["debug", ["debug", "warn", "debug", "info"]],
    ["info", ["warn", "info"]],
    ["error", []],
    ["off", []],
  ])("at level %s", async (level, expected) => {
    vi.stubEnv("THINGS_LOG", level);
    const lines: [string, string, object][] = [];
    const at = (name: string) => (message: string, fields: object) =>
      void lines.push([name, message, fields]);
    const logger = { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
    const { url } = await serve((response, _, number) =>
      json(response, number === 1 ? 503 : 404, { request_id: canary, error_message: "hidden" }),
    );
    await failure(updateThing(client(url, { logger }), { password: "hidden" }));
    expect(lines.map(([name]) => name)).toEqual(expected);
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${canary}|hidden`));
  });

  test.each(["loud", "WARN", "toString"])("has no level %s", (level) => {
    vi.stubEnv("THINGS_LOG", level);
    expect(() => client("https://a.test")).toThrow(
      expect.objectContaining({
        name: "ConfigurationError",
        message: `Variable THINGS_LOG is "${level}", which is none of: "debug", "info", "warn", "error", "off".`,
      }),
    );
  });

  test("takes a logger that has only some levels, and keeps its this", async () => {
    const { url } = await serve((response, _, number) =>
      json(response, number === 1 ? 503 : 200, {}),
    );
    class Lines {
      lines: string[] = [];
      warn(message: string) {
        this.lines.push(message);
      }
    }
    const logger = new Lines();
    await updateThing(client(url, { logger }), {});
    expect(logger.lines).toEqual([
      expect.stringMatching(/^updateThing: 503, next attempt in \d+ ms$/),
    ]);
  });
});
