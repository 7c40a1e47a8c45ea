import { expect, test } from "vitest";
import { ApiError, NetworkError, ParseError } from "../../src/index.js";
import { canary, client, createThing, failure, updateThing } from "../support/things.js";

type Fetch = (url: string, init: RequestInit) => Promise<Response>;
const things = (fetch: Fetch) => client("https://a.test", { fetch, retries: 0 });

test("gets a URL and all of the request", async () => {
  const seen: [string, RequestInit][] = [];
  const fetch: Fetch = async (...args) => (seen.push(args), Response.json({ request_id: "r" }));
  expect(await updateThing(things(fetch), { a: 1 })).toEqual({ request_id: "r" });
  const [url, init] = seen[0]!;
  expect(url).toBe("https://a.test/things/update");
  expect(init).toMatchObject({ method: "POST", body: '{"a":1}', redirect: "manual" });
  expect(init.signal).toBeInstanceOf(AbortSignal);
  expect(new Headers(init.headers).get("thing-key")).toBe(canary);
});

test("is called without this, as browsers demand of theirs", async () => {
  let owner: unknown = "not called";
  const fetch = async function (this: unknown) {
    owner = typeof this;
    return Response.json({});
  };
  await updateThing(things(fetch), {});
  expect(owner).toBe("undefined");
});

/** A body that never ends. */
const endless = () =>
  new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(2 ** 22)),
  });

test("an answer without an end is not read to the end", async () => {
  const headers = { "content-type": "application/json", "content-length": "2" };
  const good = async () => new Response(endless(), { headers });
  const error = await failure(updateThing(things(good), {}));
  expect(error).toBeInstanceOf(ParseError);
  expect(error.message).toContain("is larger than 64 MiB");
  expect(await failure(things(good).raw.POST("/things/update", { body: {} }))).toBeInstanceOf(
    ParseError,
  );
  const bad = async () => new Response(endless(), { status: 500, headers });
  const refusal = await failure(updateThing(things(bad), {}));
  expect(refusal).toBeInstanceOf(ApiError);
  expect(refusal).toMatchObject({ status: 500, body: "" });
});

test("a redirect that a browser hides is refused, for good", async () => {
  let count = 0;
  const hidden = async () => {
    count++;
    const response = new Response(null);
    return Object.defineProperties(response, {
      type: { value: "opaqueredirect" },
      status: { value: 0 },
      ok: { value: false },
    });
  };
  const error = await failure(updateThing(client("https://a.test", { fetch: hidden }), {}));
  expect(error).toBeInstanceOf(NetworkError);
  expect(error).toMatchObject({
    message: "updateThing: no answer from https://a.test (opaqueredirect)",
  });
  expect(
    await failure(createThing(client("https://a.test", { fetch: hidden }), {})),
  ).toBeInstanceOf(NetworkError);
  expect(count).toBe(2);
});

test.each([
  [
    "throws",
    () => {
      throw new Error("x");
    },
  ],
  ["gives nothing", async () => undefined],
  ["gives an object", async () => ({})],
  ["gives something without headers", async () => ({ status: 200 })],
  ["gives an error as an answer", async () => Response.error()],
  ["rejects with nothing", () => Promise.reject()],
  ["was aborted by itself", () => Promise.reject(new DOMException("x", "AbortError"))],
])("a fetch that %s", async (_, fetch) => {
  expect(await failure(updateThing(things(fetch as unknown as Fetch), {}))).toMatchObject({
    name: "NetworkError",
    operation: "updateThing",
  });
});

test.each([undefined, "10"])("a body that stalls, of length %s, is let go", async (length) => {
  let cancelled = false;
  const stalled = async () =>
    new Response(new ReadableStream({ cancel: () => void (cancelled = true) }), {
      headers: length ? { "content-length": length } : {},
    });
  expect(await failure(updateThing(things(stalled), {}, { timeout: 20 }))).toMatchObject({
    name: "TimeoutError",
  });
  await expect.poll(() => cancelled).toBe(true);
});

test("an operation that may have happened is not sent again, though a second host refused it", async () => {
  let count = 0;
  const failed = (code: string) =>
    new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code }) });
  const twoHosts = () => {
    count++;
    return Promise.reject(new AggregateError([failed("ECONNRESET"), failed("ECONNREFUSED")]));
  };
  const twice = client("https://a.test", { fetch: twoHosts });
  expect(await failure(createThing(twice, {}))).toMatchObject({ name: "OutcomeUnknownError" });
  expect(count).toBe(1);
});

test("an error's code that is a secret is not told", async () => {
  const secret = "0a1b2c3d4e5f";
  const fetch = () => Promise.reject(Object.assign(new Error("x"), { code: secret }));
  const credentials = { id: "i", key: secret };
  const error = await failure(updateThing(client("https://a.test", { fetch, credentials }), {}));
  expect(error.message).toBe("updateThing: no answer from https://a.test ([redacted])");
});

test("an error of fetch without secrets is the cause itself", async () => {
  const cause = new TypeError("fetch failed", {
    cause: Object.assign(new Error("y"), { code: "ECONNRESET" }),
  });
  const error = await failure(
    updateThing(
      things(() => Promise.reject(cause)),
      {},
    ),
  );
  expect(error.cause).toBe(cause);
});

test("a client that operations were added to is still a client", async () => {
  const plain = things(async () => Response.json({ request_id: "r" }));
  const whole = Object.assign(plain, { updateThing: (body: object) => updateThing(plain, body) });
  expect(await whole.updateThing({})).toEqual({ request_id: "r" });
  expect(await updateThing(whole, {})).toEqual({ request_id: "r" });
  expect(Object.keys(whole)).toEqual(["raw", "updateThing"]);
  expect(Object.getOwnPropertySymbols({ ...whole })).toEqual([]);
});
