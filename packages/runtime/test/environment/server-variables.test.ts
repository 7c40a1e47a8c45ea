import { describe, expect, test } from "vitest";
import { serverVariables } from "../../src/client.js";

const fill = serverVariables({
  live: {
    region: { default: "eu", enum: ["eu", "us"] },
    port: { default: "443" },
    base: { default: "v1" },
    tenant: {},
  },
  own: { url: { default: "https://default.test" } },
});

describe("fills in", () => {
  test.each<[string, string, string, Record<string, unknown> | undefined, string]>([
    [
      "defaults",
      "live",
      "https://{region}.a.test:{port}/{base}",
      undefined,
      "https://eu.a.test:443/v1",
    ],
    [
      "what is given",
      "live",
      "https://{region}.a.test/{base}",
      { region: "us", base: "v2/x" },
      "https://us.a.test/v2/x",
    ],
    ["what has no default", "live", "https://{tenant}.a.test", { tenant: "t" }, "https://t.a.test"],
    [
      "the default for undefined",
      "live",
      "https://{region}.a.test",
      { region: undefined },
      "https://eu.a.test",
    ],
    ["a whole URL", "own", "{url}", { url: "https://b.test/c" }, "https://b.test/c"],
    ["the default of a whole URL", "own", "{url}/v1", undefined, "https://default.test/v1"],
    [
      "only its own, of those that there are",
      "own",
      "{url}",
      { region: "us" },
      "https://default.test",
    ],
    [
      "nothing twice",
      "live",
      "https://{tenant}.a.test/{base}",
      { tenant: "$&", base: "{region}" },
      "https://$&.a.test/{region}",
    ],
  ])("%s", (_, environment, template, given, wanted) => {
    expect(fill(environment, template, given)).toBe(wanted);
  });
});

describe("refuses", () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    [
      "an unknown name",
      "https://{region}.a.test",
      { regoin: "us" },
      'There is no server variable "regoin". Did you mean region? Variables are: region, port, base, tenant, url.',
    ],
    [
      "a value that is none of its values",
      "https://{region}.a.test",
      { region: "cn" },
      'Server variable region (option serverVariables) is none of: "eu", "us".',
    ],
    [
      "a missing one",
      "https://{tenant}.a.test",
      {},
      "Server variable tenant (option serverVariables) is missing.",
    ],
    ...["..", "%2e%2e", ".%2E"].map((base): [string, string, Record<string, unknown>, string] => [
      `a step in the path, ${base}`,
      "{tenant}/{base}/x",
      { tenant: "https://a.test", base },
      "Server variables (option serverVariables) make a step in the path of a URL: . or ..",
    ]),
    [
      "half a step in the path",
      "https://a.test/.{base}/x",
      { base: "%2e" },
      "Server variables (option serverVariables) make a step in the path of a URL: . or ..",
    ],
    [
      "what is no text",
      "https://a.test:{port}",
      { port: 1 },
      "Server variable port (option serverVariables) must be a string, and is of type number.",
    ],
    [
      "a variable that nobody declares",
      "https://{toString}.a.test",
      {},
      "Server variable toString (option serverVariables) is missing.",
    ],
  ])("%s", (_, template, given, message) => {
    expect(() => fill("live", template, given)).toThrow(message);
  });

  test.each(["a/b", "a@b", "a?b", "a#b", "a\\b", "a b", "a\tb", "a\nb"])(
    "%j in a host",
    (tenant) => {
      expect(() => fill("live", "https://{tenant}.a.test", { tenant })).toThrow(
        "Server variable tenant (option serverVariables) has a character in it that can't stand in the host of a URL.",
      );
      expect(() => fill("live", "{tenant}://a.test", { tenant })).toThrow("in the host");
    },
  );

  test.each(["a?b", "a#b", "a\\b", "a b", "..", "a/../..", "./a"])("%j in a path", (tenant) => {
    expect(() => fill("live", "https://a.test/{tenant}", { tenant })).toThrow(
      "can't stand in the path of a URL",
    );
  });
});
