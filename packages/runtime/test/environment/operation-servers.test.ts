import { expect, test } from "vitest";
import { operationServers } from "../../src/environment/operation-servers.js";

const server = operationServers({ live: "https://files.test/", trial: "http://files.test" });

test("gives the server of an environment", () => {
  expect(server("live")).toBe("https://files.test");
});

test("gives none where the environment has none, or the caller gave the base URL", () => {
  expect(server("other")).toBeUndefined();
  expect(server(undefined)).toBeUndefined();
});

test("refuses one that credentials must not travel to", () => {
  expect(() => server("trial")).toThrow(/^The operation's server must be an https URL/);
});
