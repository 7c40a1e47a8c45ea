import { describe, expect, test } from "vitest";
import { checking } from "../../src/features/checking.js";
import { ConfigurationError } from "../../src/index.js";
import { clientState } from "../support/call-state.js";
import { definition } from "../support/things.js";

const variables = { ...definition, serverVariables: () => "https://a.test" };

describe("a client", () => {
  test.each([
    [{ timeout: -1 }, "Option timeout must be"],
    [
      { credentials: { kee: "k" } },
      'no credential "kee". Did you mean key? Credentials are: id, key',
    ],
    [{ serverVariables: {} }, 'There is no option "serverVariables".'],
    [null, "Options must be an object"],
  ])("is not made with %o", (options, message) => {
    const make = () => checking(definition, options as object);
    expect(make).toThrow(ConfigurationError);
    expect(make).toThrow(message);
  });

  test("is made with what its definition has", () => {
    for (const [api, options] of [
      [definition, { timeout: 1, credentials: { id: "i", key: undefined } }],
      [definition, { credentials: { other: undefined } }],
      [variables, { serverVariables: {} }],
    ] as const) {
      expect(() => checking(api, options)).not.toThrow();
    }
  });

  test("of an API without credentials takes none", () => {
    expect(() =>
      checking({ ...definition, credentials: {} }, { credentials: { id: "i" } }),
    ).toThrow('There is no credential "id". Credentials are: none.');
  });
});

describe("a call", () => {
  const { check } = clientState({ features: [checking(definition, {})] });

  test.each([
    [{ retries: 0.5 }, "Option retries must be"],
    [{ hooks: {} }, 'There is no option "hooks".'],
    [{ credentials: { toString: "k" } }, 'There is no credential "toString".'],
  ])("is not made with %o", (options, message) => {
    expect(() => check!(options as object)).toThrow(ConfigurationError);
    expect(() => check!(options as object)).toThrow(message);
  });

  test("is made with what is right", () => {
    const options = { retries: 0, credentials: { key: () => "k" }, headers: { a: null } };
    expect(() => check!(options)).not.toThrow();
  });

  test("is not checked by a client without the feature", () => {
    expect(clientState().check).toBeUndefined();
  });
});
