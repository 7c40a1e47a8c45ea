import { describe, expect, test } from "vitest";
import { callRules, checkOptions, clientRules } from "../../src/features/check-options.js";

const client = (options: object) => () => checkOptions(options, clientRules);
const call = (options: object) => () => checkOptions(options, callRules);

describe("options of a client", () => {
  test("are taken where they are of the right kind, or undefined", () => {
    const around = (_: unknown, next: () => unknown) => next();
    expect(
      client({
        environment: "live",
        baseUrl: "https://a.test",
        credentials: {},
        credentialPlacement: "body",
        timeout: 0.5,
        deadline: Infinity,
        retries: 0,
        maxRetryDelay: 0,
        retryBudget: Infinity,
        headers: { a: "b", c: null },
        fetch: () => {},
        hooks: {},
        logger: console,
        logLevel: "off",
        concurrency: around,
        rateLimit: around,
        tracing: around,
        serverVariables: {},
        wrapSecrets: false,
        dangerouslyAllowBrowser: true,
      }),
    ).not.toThrow();
    const absent = Object.fromEntries(Object.keys(clientRules).map((name) => [name, undefined]));
    expect(client(absent)).not.toThrow();
  });

  test.each([
    [{ environment: 1 }, "Option environment must be a string, and is the number 1."],
    [{ baseUrl: null }, "Option baseUrl must be a string, and is null."],
    [{ credentials: "k" }, "Option credentials must be an object, and is a value of type string."],
    [{ credentials: ["k"] }, "Option credentials must be an object, and is an array."],
    [{ credentialPlacement: "query" }, 'must be "header" or "body", and is "query".'],
    [{ timeout: 0 }, "must be milliseconds, a number greater than 0, and is the number 0."],
    [{ timeout: NaN }, "a number greater than 0, and is the number NaN."],
    [{ deadline: "1s" }, "a number greater than 0, and is a value of type string."],
    [{ retries: -1 }, "must be a whole number, 0 or more, and is the number -1."],
    [{ retries: 1.5 }, "must be a whole number, 0 or more, and is the number 1.5."],
    [{ maxRetryDelay: -1 }, "must be milliseconds, a number, 0 or more, and is the number -1."],
    [{ retryBudget: "20" }, "must be a number, 0 or more, and is a value of type string."],
    [{ fetch: {} }, "Option fetch must be a function, and is a value of type object."],
    [{ hooks: () => {} }, "Option hooks must be an object, and is a value of type function."],
    [{ logger: null }, "Option logger must be an object, and is null."],
    [{ logLevel: "trace" }, '"warn", "error" or "off", and is "trace".'],
    [
      { concurrency: 5 },
      "Option concurrency must be a function, as concurrency(...) makes it, and is the number 5.",
    ],
    [{ rateLimit: {} }, "Option rateLimit must be a function, as rateLimit(...) makes it"],
    [
      { tracing: true },
      "Option tracing must be a function, as openTelemetry(...) makes it, and is a value of type boolean.",
    ],
    [{ wrapSecrets: "yes" }, "Option wrapSecrets must be true or false"],
    [{ dangerouslyAllowBrowser: 1 }, "Option dangerouslyAllowBrowser must be true or false"],
    [{ serverVariables: "x" }, "Option serverVariables must be an object"],
  ])("are refused: %o", (options, message) => {
    expect(client(options)).toThrow(message);
  });

  test("are refused where they are no options of a client", () => {
    expect(client({ timeuot: 1 })).toThrow(
      /^There is no option "timeuot"\. Did you mean timeout\? Options are: timeout, deadline, /,
    );
    expect(client({ signal: AbortSignal.abort() })).toThrow('There is no option "signal".');
    expect(client({ toString: "x" })).toThrow('There is no option "toString".');
    expect(client([] as object)).toThrow("Options must be an object, and are an array.");
    expect(client("live" as never)).toThrow("Options must be an object, and are a value of type");
  });

  test("are not repeated where they may be a secret in the wrong place", () => {
    for (const options of [
      { timeout: "hunter2222" },
      { logLevel: "hunter2222hunter2222" },
      { credentialPlacement: "hunter-2222" },
      { environment: { hunter2222: 1 } },
    ]) {
      expect(client(options)).toThrow(/^(?!.*hunter)/);
    }
  });
});

describe("options of a call", () => {
  test("are taken where they are of the right kind", () => {
    const { signal } = new AbortController();
    const likeOne = { aborted: false, addEventListener() {}, removeEventListener() {} };
    for (const options of [
      { timeout: 1, deadline: 1, retries: 1, signal, headers: new Headers(), credentials: {} },
      { signal: likeOne, params: {} },
    ]) {
      expect(call(options)).not.toThrow();
    }
  });

  test.each([
    [{ signal: {} }, "Option signal must be an AbortSignal, and is a value of type object."],
    [{ signal: new AbortController() }, "Option signal must be an AbortSignal"],
    [{ headers: "a: b" }, "Option headers must be an object of headers, without connection, "],
    [{ headers: { "Content-Length": "1" } }, "Option headers must be an object of headers"],
    [{ headers: new Headers({ "transfer-encoding": "x" }) }, "Option headers must be"],
    [{ headers: { expect: "100-continue" } }, "Option headers must be"],
    [{ params: [] }, "Option params must be an object, and is an array."],
  ])("are refused: %o", (options, message) => {
    expect(call(options)).toThrow(message);
  });

  test("are refused where they are a client's alone", () => {
    expect(call({ hooks: {} })).toThrow('There is no option "hooks".');
  });
});
