import { expect, test } from "vitest";
import { refuseOtherServer } from "../../src/raw/refuse-other-server.js";

const client = { baseUrl: "https://a.test/v1" };

test.each(["https://a.test/v1/x", "https://a.test/other", "https://A.test:443/"])(
  "lets a request to %s pass",
  (url) => {
    expect(() => refuseOtherServer(client, url)).not.toThrow();
  },
);

test.each([
  "https://b.test/v1",
  "http://a.test/v1",
  "https://a.test:444/v1",
  "https://a.test.b.test/",
  "https://a.test@b.test/",
])("refuses a request to %s", (url) => {
  expect(() => refuseOtherServer(client, url)).toThrow(
    "Credentials for https://a.test must not travel to another server.",
  );
});

test("lets a request to the operation's own server pass", () => {
  const own = "https://files.test/x";
  expect(() => refuseOtherServer(client, "https://files.test/y", own)).not.toThrow();
  expect(() => refuseOtherServer(client, "https://b.test/y", own)).toThrow("another server");
});
