import { expect, test } from "vitest";
import { Secrets } from "../../src/credentials/secrets.js";
import { readableCopy } from "../../src/raw/readable-copy.js";
import { canary } from "../support/things.js";

const secrets = new Secrets();
secrets.add(canary);

/** A copy of an answer with a status and a reason phrase that no `Response` could be made with. */
const copy = (status: number, statusText: string, ok = false) => {
  const response = Object.defineProperties(new Response(), {
    status: { value: status },
    statusText: { value: statusText },
    ok: { value: ok },
  });
  return readableCopy({ response, body: "{}" }, secrets);
};

test.each(["Fehler \u65e5", "N\u00e3o", "a\u0001b", "a\r\nb"])(
  "drops the reason phrase %j",
  async (words) => {
    const { status, statusText } = copy(404, words);
    expect([status, statusText]).toEqual([404, ""]);
  },
);

test("keeps one of plain text", () => {
  expect(copy(404, "Not Found").statusText).toBe("Not Found");
});

test.each([101, 199, 600, 999])("keeps the status %i", async (status) => {
  const response = copy(status, "");
  expect([response.status, response.ok, await response.text()]).toEqual([status, false, "{}"]);
});

test.each([204, 205, 304])("has no body where the status %i allows none", async (status) => {
  const response = copy(status, "");
  expect([response.status, response.body]).toEqual([status, null]);
});

test("has headers, address and body of the answer, to be read again", async () => {
  const response = Object.defineProperty(
    new Response("read already", { headers: { "x-own": "1" } }),
    "url",
    { value: "https://a.test/x" },
  );
  const bytes = new TextEncoder().encode(canary);
  const again = readableCopy({ response, body: bytes }, secrets);
  expect([again.url, again.headers.get("x-own")]).toEqual(["https://a.test/x", "1"]);
  // The data of a success are what they are.
  expect(await again.text()).toBe(canary);
});

test("has no secret of the call in the body of what becomes an error", async () => {
  const response = new Response(null, { status: 400 });
  expect(await readableCopy({ response, body: `<${canary}>` }, secrets).text()).toBe(
    "<[redacted]>",
  );
  expect(await readableCopy({ response, body: undefined }, secrets).text()).toBe("");
});

test("finds what hides behind the escapes of JSON", async () => {
  const response = new Response(null, { status: 400 });
  const hidden = canary.replace("c", "\\u0063");
  const text = await readableCopy({ response, body: `{"a":"${hidden}"}` }, secrets).text();
  expect(text).toBe('{"a":"[redacted]"}');
});
