import { describe, expect, test } from "vitest";
import { parseCommand } from "../src/cli-options.ts";

const PAIR = { PLAID_CLIENT_ID: "id", PLAID_SECRET: "secret" };

test.each<[args: string[], environment: Record<string, string>, options: object]>([
  [[], {}, {}],
  [["--port", "0"], {}, { port: 0 }],
  [["--port=65535", "--database", "a.db"], {}, { port: 65_535, database: "a.db" }],
  [
    ["--database", ":memory:"],
    PAIR,
    { database: ":memory:", credentials: { clientId: "id", secret: "secret" } },
  ],
  [[], { PLAID_SECRET: "alone" }, {}],
  [[], { PLAID_CLIENT_ID: "id", PLAID_SECRET: "" }, {}],
])("%j with %j starts with %j", (args, environment, options) => {
  expect(parseCommand(args, environment)).toEqual({ kind: "start", options });
});

test.each([
  [["--help"], "help"],
  [["-h", "--port", "nonsense"], "help"],
  [["--version"], "version"],
])("%j is %s", (args, kind) => {
  expect(parseCommand(args, {})).toEqual({ kind });
});

describe("problems are one line", () => {
  test.each([
    [["--port", "65536"], "--port must be a whole number from 0 to 65535; see --help"],
    [["--port", "80x"], "--port must be a whole number from 0 to 65535; see --help"],
    [["--port=-1"], "--port must be a whole number from 0 to 65535; see --help"],
    [["--port="], "--port must be a whole number from 0 to 65535; see --help"],
    [["--port", "-1"], "--port needs a value, not another option; see --help"],
    [["--port"], "Option '--port <value>' argument missing; see --help"],
    [["--database="], "--database must be a file or :memory:; see --help"],
    [["--bogus"], "Unknown option '--bogus'; see --help"],
    [["customers.db"], "Unexpected argument 'customers.db'; see --help"],
  ])("%j: %s", (args, message) => {
    expect(parseCommand(args, {})).toEqual({ kind: "problem", message });
  });
});
