import { expect, test } from "vitest";
import { retryWhen } from "../../src/send/retry-when.js";
import { exchangeOf } from "../support/call-state.js";

const errors = { code: ["error", "code"] };
const when = retryWhen({ statuses: [409, 425], codes: ["BUSY"] }, errors);
const coded = (code: unknown) => JSON.stringify({ error: { code } });

test.each([
  ["a status", 409, "", true],
  ["another status", 425, "<p>", true],
  ["a code", 400, coded("BUSY"), true],
  ["neither", 400, coded("OTHER"), false],
  ["a code in another place", 400, '{"code":"BUSY"}', false],
  ["no code", 400, coded(undefined), false],
  ["text", 400, "BUSY", false],
  ["nothing", 400, undefined, false],
])("knows %s", (_, status, body, expected) => {
  expect(when(exchangeOf(status, body))).toBe(expected);
});

test("knows nothing where nothing is given", () => {
  expect(retryWhen({})(exchangeOf(409, coded("BUSY")))).toBe(false);
  expect(retryWhen({ codes: ["BUSY"] })(exchangeOf(409, coded("BUSY")))).toBe(false);
  expect(retryWhen({ codes: [""] }, errors)(exchangeOf(409, coded("x")))).toBe(false);
});
