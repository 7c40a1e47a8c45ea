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
    expect(resolveBaseUrl(api, options).url).toBe(url);
  });

  test.each([
    [
      "none chosen",
      definition,
      {},
      undefined,
      /No environment is chosen.*THINGS_ENV.*"live", "trial"/,
    ],
    [
      "unknown option",
      definition,
      { environment: "prod" },
      undefined,
      /Option environment is "prod".*"live", "trial"/,
    ],
    ["unknown variable", definition, {}, "prod", /Variable THINGS_ENV is "prod".*"live", "trial"/],
    ["a name of Object.prototype", definition, { environment: "toString" }, undefined, /none of/],
    ["empty option", definition, { environment: "" }, undefined, /none of/],
    ["no names, no baseUrl", none, {}, undefined, /baseUrl is missing/],
  ])("refuses: %s", (_, api, options, variable, message) => {
    vi.stubEnv("THINGS_ENV", variable);
    expect(() => resolveBaseUrl(api, options)).toThrow(
      expect.objectContaining({
        name: "ConfigurationError",
        message: expect.stringMatching(message),
      }),
    );
  });
});
