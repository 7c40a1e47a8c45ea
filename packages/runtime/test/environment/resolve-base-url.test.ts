import { afterEach, describe, expect, test, vi } from "vitest";
import { resolveBaseUrl } from "../../src/environment/resolve-base-url.js";
import { definition } from "../support/things.js";

afterEach(() => vi.unstubAllEnvs());

const single = { ...definition, environments: { live: "https://live.test/" } };
const none = { ...definition, environments: {} };

describe("which server", () => {
  test.each([
    ["the option", definition, { environment: "trial" }, undefined, "https://trial.test"],
    ["the variable", definition, {}, "live", "https://live.test"],
    [
      "the option over the variable",
      definition,
      { environment: "trial" },
      "live",
      "https://trial.test",
    ],
    ["the only one", single, {}, undefined, "https://live.test"],
    ["the only one for an empty variable", single, {}, "", "https://live.test"],
    [
      "baseUrl over all",
      definition,
      { environment: "trial", baseUrl: "https://a.test" },
      "live",
      "https://a.test",
    ],
    [
      "baseUrl where there are no names",
      none,
      { baseUrl: "https://a.test" },
      undefined,
      "https://a.test",
    ],
  ])("%s", (_, api, options, variable, url) => {
    vi.stubEnv("THINGS_ENV", variable);
    expect(resolveBaseUrl(api, options).baseUrl).toBe(url);
  });

  test.each([
    ["none chosen", definition, {}, undefined],
    ["unknown option", definition, { environment: "prod" }, undefined],
    ["unknown variable", definition, {}, "prod"],
    ["a name of Object.prototype", definition, { environment: "toString" }, undefined],
    ["empty option", definition, { environment: "" }, undefined],
    ["no names, no baseUrl", none, {}, undefined],
  ])("refuses: %s", (_, api, options, variable) => {
    vi.stubEnv("THINGS_ENV", variable);
    expect(() => resolveBaseUrl(api, options)).toThrow(
      expect.objectContaining({
        name: "ConfigurationError",
        message: `Option environment (or THINGS_ENV) must be one of ${JSON.stringify(Object.keys(api.environments))}, or set baseUrl`,
      }),
    );
  });

  test("says which environment it is, and none where the caller gave the URL", () => {
    expect(resolveBaseUrl(definition, { environment: "trial" }).environment).toBe("trial");
    expect(resolveBaseUrl(single, {}).environment).toBe("live");
    const options = { baseUrl: "https://a.test", environment: "trial" };
    expect(resolveBaseUrl(definition, options).environment).toBeUndefined();
  });

  test("fills in variables, and checks what comes of it", () => {
    const filling = (url: string) => ({ ...single, serverVariables: () => url });
    expect(resolveBaseUrl(filling("https://b.test/"), {}).baseUrl).toBe("https://b.test");
    expect(() => resolveBaseUrl(filling("http://b.test"), {})).toThrow(
      /^Environment live must be an https URL/,
    );
    expect(() => resolveBaseUrl(definition, { baseUrl: "http://b.test" })).toThrow(
      /^Option baseUrl must be an https URL/,
    );
  });
});
