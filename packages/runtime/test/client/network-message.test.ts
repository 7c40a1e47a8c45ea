import { expect, test } from "vitest";
import { canary, client, createThing, failure, updateThing } from "../support/things.js";

const failing = (cause: object) => () => Promise.reject(new TypeError("fetch failed", { cause }));
const coded = (code: string) => Object.assign(new Error("x"), { code });

test.each([
  ["http://127.0.0.1:1", undefined, "no answer from http://127.0.0.1:1"],
  ["https://a.test/v1", coded("ENOTFOUND"), "no connection to https://a.test (ENOTFOUND)"],
  ["https://a.test", coded("ECONNREFUSED"), "no connection to https://a.test (ECONNREFUSED)"],
  ["https://a.test", coded("ECONNRESET"), "no answer from https://a.test (ECONNRESET)"],
  ["https://a.test:8443", new Error("?"), "no answer from https://a.test:8443"],
  [
    `https://${canary}.test`,
    coded("ENOTFOUND"),
    "no connection to https://[redacted].test (ENOTFOUND)",
  ],
])("where and why: %s, %o", async (url, cause, message) => {
  const things = client(url, { retries: 0, ...(cause && { fetch: failing(cause) }) });
  const error = await failure(updateThing(things, { a: 1 }));
  expect(error).toMatchObject({ name: "NetworkError", message: `updateThing: ${message}` });
  expect(error.cause).toBeInstanceOf(TypeError);
});

test("an OutcomeUnknownError says it, too", async () => {
  const things = client("https://a.test", { fetch: failing(coded("ECONNRESET")) });
  expect((await failure(createThing(things, {}))).message).toMatch(
    /may have taken effect.*no answer from https:\/\/a\.test \(ECONNRESET\)$/,
  );
});

test("neither path nor query is told", async () => {
  const fetch = failing(coded("ECONNREFUSED"));
  const { raw } = client("https://a.test/base", { retries: 0, fetch });
  const query = { q: "private" } as never;
  const error = await failure(raw.POST("/things/update", { body: {}, params: { query } }));
  expect(error.message).toBe("raw.POST: no connection to https://a.test (ECONNREFUSED)");
});
