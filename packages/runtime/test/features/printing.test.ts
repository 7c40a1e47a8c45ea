import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { inspect, promisify } from "node:util";
import { rolldown } from "rolldown";
import { describe, expect, test } from "vitest";
import { Secrets } from "../../src/credentials/secrets.js";
import { apiErrorOf } from "../../src/errors/api-error-of.js";
import { cleanDeeply } from "../../src/features/clean-deeply.js";
import { printing } from "../../src/features/printing.js";
import { ApiError } from "../../src/index.js";
import { callState, clientState, exchangeOf } from "../support/call-state.js";
import { details } from "../support/things.js";

const body = { error_code: "NO", deep: [{ password: "hidden" }] };
const shown = { error_code: "NO", deep: [{ password: "[redacted]" }] };

/** What an answer becomes in a client that has the feature. */
function refused(given: unknown, status = 429, sensitive: readonly string[] = ["password"]) {
  const call = callState({ features: [printing({ sensitive, bodyFields: {} })] });
  const text = typeof given === "string" ? given : JSON.stringify(given);
  const headers = { "x-request-id": "r", "retry-after": "5" };
  return Object.assign(apiErrorOf(call, exchangeOf(status, text, headers)), { operation: "op" });
}

describe("an error that is printed", () => {
  test("shows nothing sensitive of its body, and keeps all of it", () => {
    const error = refused(body);
    const nested = new Error("x", { cause: { list: [error] } });
    for (const text of [
      inspect(error, { depth: Infinity }),
      inspect(error, { depth: Infinity, showHidden: true, getters: true }),
      inspect(error, { depth: Infinity, customInspect: false }),
      inspect(nested, { depth: Infinity }),
      JSON.stringify({ error }),
      JSON.stringify(Object.assign({}, error)),
      `${error} ${error.stack}`,
    ]) {
      expect(text).not.toContain("hidden");
      expect(text).toContain("op");
    }
    expect(error.body).toEqual(body);
    expect(error).toMatchObject({ body });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      operation: "op",
      requestId: "r",
      status: 429,
      body: shown,
      retryAfter: 5000,
    });
  });

  test("looks as every other error does", () => {
    const error = refused(body, 404);
    const plain = refused(shown, 404, []);
    const sameStack = Object.defineProperty(plain, "stack", { value: error.stack });
    for (const options of [{}, { depth: 9 }, { depth: 9, colors: true, compact: false }]) {
      expect(inspect(error, options)).toBe(inspect(sameStack, options));
    }
    const lines = inspect(error, { depth: 9 });
    expect(lines).toMatch(/^NotFoundError: updateThing: 404 NO \(request id r\)\n {4}at /);
    expect(lines).toContain("deep: [ { password: '[redacted]' } ]");
    expect(lines).not.toContain("Symbol(");
    const cause = new Error("inner");
    Object.defineProperty(error, "cause", { value: cause });
    expect(inspect(error)).toMatch(/\[cause\]: Error: inner/);
  });

  test.each([
    ["text without the name", "<p>bad gateway", "<p>bad gateway"],
    ["text with the name", "password=hidden", "[redacted]"],
    ["nothing", "", ""],
  ])("shows of %s", (_, given, expected) => {
    expect(JSON.parse(JSON.stringify(refused(given)))).toMatchObject({ body: expected });
  });

  test("shows nothing of what is too deep to be looked into", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(5e4)}${"]".repeat(5e4)}`);
    const error = new ApiError({ status: 400, body: deep });
    clientState({ features: [printing(details)] }).print?.(error);
    expect(JSON.parse(JSON.stringify(error))).toEqual({ status: 400, body: "[redacted]" });
  });

  test("shows no body where a test made it", () => {
    const error = new ApiError({ status: 400, body, operation: "op", requestId: "r" });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      operation: "op",
      requestId: "r",
      status: 400,
    });
    expect(inspect(error, { depth: 9 })).not.toContain("hidden");
  });

  test("is a cause like others, unless a class of one's own prints it", () => {
    const secrets = new Secrets();
    secrets.add("some-secret");
    const error = refused(body);
    expect(cleanDeeply(error, secrets)).toBe(error);
    class Telling extends ApiError {
      toJSON() {
        return "some-secret";
      }
    }
    const telling = new Telling({ status: 400, body });
    expect(JSON.stringify(cleanDeeply(telling, secrets))).not.toContain("some-secret");
  });
});

test("an error that nobody catches prints nothing sensitive", async () => {
  const source = (file: string) =>
    JSON.stringify(fileURLToPath(new URL(`../../src/${file}`, import.meta.url)));
  const program = `
    import { ApiError } from ${source("errors/api-error.ts")};
    import { printing } from ${source("features/printing.ts")};
    const client = {};
    printing({ sensitive: ["password"] })(client);
    const error = new ApiError({ status: 400, body: ${JSON.stringify(body)}, message: "op: 400" });
    client.print(error);
    throw error;`;
  const bundle = await rolldown({
    input: "program",
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    plugins: [
      {
        name: "program",
        resolveId: (id) => (id === "program" ? id : undefined),
        load: (id) => (id === "program" ? program : undefined),
      },
    ],
  });
  const { output } = await bundle.generate({});
  await bundle.close();
  const run = promisify(execFile)(process.execPath, ["--input-type=module", "-e", output[0].code]);
  const { stderr } = await run.catch((error: { stderr: string }) => error);
  // Without the line of the program that Node quotes.
  const told = stderr.slice(stderr.indexOf("ApiError: op"));
  expect(told).toMatch(/^ApiError: op: 400/);
  expect(told).toContain("status: 400");
  expect(told).not.toContain("hidden");
});
