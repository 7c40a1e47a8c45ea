import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { inspect, promisify } from "node:util";
import { rolldown } from "rolldown";
import { describe, expect, test } from "vitest";
import { Secrets } from "../../src/credentials/secrets.js";
import { fromOutcome } from "../../src/errors/from-outcome.js";
import { ApiError, type RateLimitError } from "../../src/index.js";
import { definition } from "../support/things.js";

const body = { error_code: "NO", deep: [{ password: "hidden" }] };
const shown = { error_code: "NO", deep: [{ password: "[redacted]" }] };

const refused = (given: unknown, status = 429, sensitive: readonly string[] = ["password"]) =>
  fromOutcome(
    { kind: "refused", status, body: given, retryAfter: 5 },
    { operation: "op", requestId: "r" },
    { ...definition, sensitive },
  ) as ApiError;

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
    expect(error.body).toBe(body);
    expect(error).toMatchObject({ body });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      operation: "op",
      requestId: "r",
      status: 429,
      body: shown,
      retryAfter: 5,
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
    expect(lines).toMatch(/^NotFoundError: op: 404 NO \(request id r\)\n {4}at /);
    expect(lines).toContain("deep: [ { password: '[redacted]' } ]");
    expect(lines).not.toContain("Symbol(");
    const cause = new Error("inner");
    Object.defineProperty(error, "cause", { value: cause });
    expect(inspect(error)).toMatch(/\[cause\]: Error: inner/);
  });

  test.each([
    ["text without the name", "<p>bad gateway", "<p>bad gateway"],
    ["text with the name", "password=hidden", "[redacted]"],
    ["JSON that is too deep", JSON.parse(`${"[".repeat(5e4)}${"]".repeat(5e4)}`), "[redacted]"],
    ["nothing", "", ""],
  ])("shows of %s", (_, given, expected) => {
    expect(JSON.parse(JSON.stringify(refused(given)))).toMatchObject({ body: expected });
  });

  test("is as it was where nothing is sensitive, or a test made it", () => {
    for (const error of [
      refused(body, 400, []),
      new ApiError({ status: 400, body, operation: "op", requestId: "r" }),
    ]) {
      expect(Object.keys(error)).toEqual(["operation", "requestId", "status", "body"]);
      expect(JSON.stringify(error)).toBe(JSON.stringify(Object.assign({}, error)));
      expect(inspect(error, { depth: 9 })).toBe(inspect(error, { depth: 9, customInspect: false }));
    }
  });

  test("is a cause like others, unless a class of one's own prints it", () => {
    const secrets = new Secrets();
    secrets.add("some-secret");
    const error = refused(body) as RateLimitError;
    expect(secrets.clean(error)).toBe(error);
    const telling = Object.assign(refused(body), { toJSON: () => "some-secret" });
    expect(secrets.clean(telling)).not.toBe(telling);
  });
});

test("an error that nobody catches prints nothing sensitive", async () => {
  const input = fileURLToPath(new URL("../../src/errors/from-outcome.ts", import.meta.url));
  const bundle = await rolldown({ input, resolve: { extensionAlias: { ".js": [".ts", ".js"] } } });
  const { output } = await bundle.generate({});
  await bundle.close();
  const code = output[0].code.replace(/^export .*$/m, "");
  const program = `${code}
    throw fromOutcome(
      { kind: "refused", status: 400, body: ${JSON.stringify(body)} },
      { operation: "op" },
      { errors: {}, sensitive: ["password"] },
    );`;
  const { stderr } = await promisify(execFile)(process.execPath, [
    "--input-type=module",
    "-e",
    program,
  ]).then(
    () => ({ stderr: "" }),
    (error: { stderr: string }) => ({
      // Without the line of the program that Node quotes.
      stderr: error.stderr.slice(error.stderr.indexOf("ApiError: op")),
    }),
  );
  expect(stderr).toMatch(/^ApiError: op: 400/);
  expect(stderr).toContain("status: 400");
  expect(stderr).not.toContain("hidden");
});
