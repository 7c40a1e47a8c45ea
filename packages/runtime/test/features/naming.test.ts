import { afterEach, expect, test, vi } from "vitest";
import { naming } from "../../src/features/naming.js";
import { VERSION } from "../../src/version.js";
import { clientState } from "../support/call-state.js";
import { details } from "../support/things.js";

afterEach(() => vi.unstubAllGlobals());

const runtime = `plaid-partner-runtime/${VERSION}`;
const named = (userAgent?: string, headers = {}) =>
  clientState({
    own: { headers },
    features: [naming(userAgent === undefined ? details : { ...details, userAgent })],
  }).headers;
const agent = (...about: Parameters<typeof named>) => named(...about)["user-agent"];

test("says which package calls, and this one's version", () => {
  expect(agent("things-client/1.2.3")).toBe(`things-client/1.2.3 ${runtime}`);
  expect(agent()).toBe(runtime);
});

test("says what the caller wants said, or nothing", () => {
  expect(agent("things-client/1.2.3", { "User-Agent": "mine" })).toBe("mine");
  expect(named("things-client/1.2.3", { "user-agent": null })).not.toHaveProperty("user-agent");
});

test("leaves the other headers, and a browser's name", () => {
  expect(named()).toMatchObject({ "thing-version": "7", accept: "application/json" });
  vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0 (X11)" });
  const own = { dangerouslyAllowBrowser: true };
  expect(clientState({ own, features: [naming(details)] }).headers).not.toHaveProperty(
    "user-agent",
  );
});
