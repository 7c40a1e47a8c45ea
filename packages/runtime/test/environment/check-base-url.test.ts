import { expect, test } from "vitest";
import { checkBaseUrl } from "../../src/environment/check-base-url.js";

test.each([
  ["https://a.test", "https://a.test"],
  ["https://a.test/", "https://a.test"],
  ["https://a.test/v1/", "https://a.test/v1"],
  ["HTTPS://A.test:443/V1", "https://a.test/V1"],
  ["http://localhost:8080", "http://localhost:8080"],
  ["http://api.localhost", "http://api.localhost"],
  ["http://127.0.0.1:1", "http://127.0.0.1:1"],
  ["http://127.8.9.10", "http://127.8.9.10"],
  ["http://127.1", "http://127.0.0.1"],
  ["http://[::1]:8080", "http://[::1]:8080"],
])("takes %s", (url, expected) => {
  expect(checkBaseUrl(url, "it")).toBe(expected);
});

test.each([
  "",
  "localhost:4777",
  "127.0.0.1:4777/v1",
  "a.test:8443",
  "a.test",
  "/v1",
  "http://a.test",
  "http://localhost.test",
  "http://127.0.0.1.test",
  "http://notlocalhost",
  "http://10.0.0.1",
  "ftp://localhost",
  "file:///tmp",
  "https://user:hunter2222@a.test",
  "https://a.test?x=1",
  "https://a.test/#x",
  "https://a.test?",
])("refuses %j", (url) => {
  expect(() => checkBaseUrl(url, "Option baseUrl")).toThrow(
    /^Option baseUrl .*must be an https URL/,
  );
});

test.each(["hunter2222", "hunter2222:80", "user:hunter2222@a.test", "a.test?hunter2222"])(
  "does not repeat %s, which may be a secret",
  (url) => {
    expect(() => checkBaseUrl(url, "it")).toThrow(/^it (?!.*hunter2222)/);
  },
);

test("does not repeat a password", () => {
  expect(() => checkBaseUrl("https://user:hunter2222@a.test", "it")).not.toThrow(/hunter2222/);
});
