import { expect, test } from "vitest";
import { Secrets } from "../../src/credentials/secrets.js";
import { readableCopy } from "../../src/send/readable-copy.js";

/** A copy of an answer with a status and a reason phrase that no `Response` could be made with. */
const copy = (status: number, statusText: string, ok = false) => {
  const response = Object.defineProperties(new Response(), {
    status: { value: status },
    statusText: { value: statusText },
    ok: { value: ok },
  });
  return readableCopy({ response, body: new TextEncoder().encode("{}") }, new Secrets());
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
