import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../src/app.ts";
import { customerOperations, type OperationHandler } from "../src/customer-operations.ts";
import { CustomerStore } from "../src/customer-store.ts";
import { openDatabase } from "../src/open-database.ts";
import { MAX_BODY_BYTES } from "../src/read-body.ts";
import { startSandbox, type Sandbox } from "../src/start-sandbox.ts";
import { document, errorOf, expectDocumented, goodHeaders, PATH, send } from "./support/answers.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const UNKNOWN_ID = "000000000000000000000000";
const INVALID = "INVALID_REQUEST";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
// Where the start failed there is none: a failure here would hide why.
afterAll(() => sandbox?.close());

/** Posts to `get` with one thing changed. */
function get(change: { headers?: Record<string, string | undefined>; body?: BodyInit }) {
  const headers = Object.entries({ ...goodHeaders(sandbox), ...change.headers });
  const sent = headers.filter((entry): entry is [string, string] => entry[1] !== undefined);
  const body = change.body ?? JSON.stringify({ end_customer_client_id: UNKNOWN_ID });
  return send(sandbox, `${PATH}/get`, { method: "POST", headers: sent, body });
}

/** A JSON object of so many bytes. */
function bodyOf(length: number): string {
  return `{"a":"${"x".repeat(length - 8)}"}`;
}

describe("paths and methods", () => {
  test("an unknown path is 404", async () => {
    const paths = ["/nothing", `${PATH}/get/`, "/%E0%A4%A", "/__proto__"];
    for (const path of paths) {
      const answer = await send(sandbox, path, { method: "POST" }, `${PATH}/get`);
      expect(errorOf(answer)).toEqual([
        404,
        INVALID,
        "INVALID_FIELD",
        "no operation has this path",
      ]);
    }
  });

  test.each(["GET", "PUT", "DELETE", "OPTIONS"])("%s on an operation is 405", async (method) => {
    const answer = await send(sandbox, `${PATH}/get`, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("Allow")).toBe("POST");
  });

  test("GET / lists the operations without credentials; POST / is 405", async () => {
    const response = await fetch(sandbox.url);
    const { operations }: { operations: { path: string }[] } = await response.json();
    expect(operations.map(({ path }) => path)).toEqual(document.operations.map(({ path }) => path));
    const answer = await send(sandbox, "/", { method: "POST" }, `${PATH}/get`);
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
  });
});

describe("headers and body", () => {
  test.each(["text/plain", "application/jsonp", "application/x-www-form-urlencoded"])(
    "Content-Type %s is refused",
    async (type) => {
      const message = "the Content-Type header must be application/json";
      const answer = await get({ headers: { "Content-Type": type } });
      expect(errorOf(answer)).toEqual([400, INVALID, "INVALID_HEADERS", message]);
    },
  );

  test("Content-Type may name a charset, in any case", async () => {
    const answer = await get({ headers: { "Content-Type": "Application/JSON; charset=utf-8" } });
    expect(answer.body.error_code).toBe("CUSTOMER_NOT_FOUND");
  });

  test.each<[title: string, body: BodyInit, message: string]>([
    ["nothing", "", "the request body is not valid JSON"],
    ["broken JSON", '{"a":', "the request body is not valid JSON"],
    ["an array", "[]", "the request body must be a JSON object"],
    ["null", "null", "the request body must be a JSON object"],
    ["a text", '"x"', "the request body must be a JSON object"],
    [
      "bytes that are no UTF-8",
      new Uint8Array([0x22, 0xff, 0x22]),
      "the request body is not UTF-8",
    ],
    ["deep nesting", "[".repeat(200_000), "the request body is not valid JSON"],
  ])("a body of %s is refused", async (_, body, message) => {
    expect(errorOf(await get({ body }))).toEqual([400, INVALID, "INVALID_BODY", message]);
  });

  test("a body over the limit is 413, one at the limit is read", async () => {
    const large = await get({ body: bodyOf(MAX_BODY_BYTES + 1) });
    expect(errorOf(large)).toEqual([
      413,
      INVALID,
      "INVALID_BODY",
      "the request body must not be larger than 8388608 bytes",
    ]);
    expect((await get({ body: bodyOf(MAX_BODY_BYTES) })).body.error_code).toBe("MISSING_FIELDS");
  });

  test.each([undefined, "2019-05-29", ""])("Plaid-Version %j is refused", async (version) => {
    const answer = await get({ headers: { "Plaid-Version": version } });
    const message = "the Plaid-Version header must be 2020-09-14";
    expect(errorOf(answer)).toEqual([400, INVALID, "INVALID_HEADERS", message]);
  });
});

describe("credentials", () => {
  const none = { "PLAID-CLIENT-ID": undefined, "PLAID-SECRET": undefined };

  test("may stand in the body", async () => {
    const { clientId, secret } = sandbox.credentials;
    const fields = { client_id: clientId, secret, end_customer_client_id: UNKNOWN_ID };
    const answer = await get({ headers: none, body: JSON.stringify(fields) });
    expect(answer.body.error_code).toBe("CUSTOMER_NOT_FOUND");
  });

  test("are asked for by name when they are missing", async () => {
    const message =
      "the following required fields are missing: client_id (or header PLAID-CLIENT-ID), secret (or header PLAID-SECRET)";
    const answer = await get({ headers: none });
    expect(errorOf(answer)).toEqual([400, INVALID, "MISSING_FIELDS", message]);
  });

  test("are refused when wrong, in either place, and not echoed", async () => {
    const canary = "canary-4711";
    const fields = { client_id: canary, secret: canary, end_customer_client_id: UNKNOWN_ID };
    const answers = [
      await get({ headers: { "PLAID-SECRET": canary } }),
      await get({ headers: { "PLAID-CLIENT-ID": canary } }),
      await get({ headers: none, body: JSON.stringify(fields) }),
    ];
    for (const answer of answers) {
      const message = "invalid client_id or secret provided";
      expect(errorOf(answer)).toEqual([400, "INVALID_INPUT", "INVALID_API_KEYS", message]);
      expect(JSON.stringify(answer)).not.toContain(canary);
    }
  });

  test("are checked before the version and the body's fields", async () => {
    const headers = { "PLAID-SECRET": "wrong", "Plaid-Version": "wrong" };
    const answer = await get({ headers, body: "{}" });
    expect(answer.body.error_code).toBe("INVALID_API_KEYS");
    const version = await get({ headers: { "Plaid-Version": "wrong" }, body: "{}" });
    expect(version.body.error_code).toBe("INVALID_HEADERS");
  });
});

describe("faults of ours", () => {
  test("an operation without a handler is a 501 that names it; the others are answered", async () => {
    const handlers = new Map([["getCustomer", () => ({})]]);
    const app = createApp({ document, handlers, credentials: sandbox.credentials });
    const body = JSON.stringify({ end_customer_client_id: UNKNOWN_ID });
    const init = { method: "POST", headers: goodHeaders(sandbox), body };
    const refusal = await app.request(`${PATH}/update`, init);
    expect(refusal.status).toBe(501);
    const answer: Record<string, unknown> = await refusal.json();
    expectDocumented(`${PATH}/update`, "default", answer);
    expect(answer).toMatchObject({
      error_type: "API_ERROR",
      error_code: "INTERNAL_SERVER_ERROR",
      error_message:
        "the sandbox does not answer updateCustomer yet: add a handler in packages/sandbox/src/customer-operations.ts",
    });
    expect((await app.request(`${PATH}/update`, { method: "GET" })).status).toBe(405);
    expect((await app.request(`${PATH}/get`, init)).status).toBe(200);
  });

  test("a handler's fault is a 500 that tells the caller nothing of it", async () => {
    const fault = new Error("private detail");
    const fail = () => {
      throw fault;
    };
    const handlers = new Map(document.operations.map(({ operationId }) => [operationId, fail]));
    const { answer, printed } = await failingGet(handlers);
    expect(answer).not.toContain("private detail");
    expect(printed).toEqual([fault]);
  });

  test("a database that another process holds is a 500, and one line on stderr", async () => {
    const file = join(temporaryFolder(), "customers.db");
    const database = openDatabase(file);
    database.exec("PRAGMA busy_timeout = 0");
    const other = new DatabaseSync(file);
    other.exec("BEGIN EXCLUSIVE");
    try {
      const store = new CustomerStore(database, () => new Date());
      const { printed } = await failingGet(customerOperations(store, "partner"));
      const line = "plaid-partner-sandbox: the database is locked by another process";
      expect(printed).toEqual([line]);
    } finally {
      other.close();
      database.close();
    }
  });

  /** Calls `get` with these handlers, which must end in a 500, and keeps what is printed meanwhile. */
  async function failingGet(handlers: ReadonlyMap<string, OperationHandler>) {
    const { error } = console;
    const printed: unknown[] = [];
    console.error = (...values: unknown[]) => printed.push(...values);
    try {
      const app = createApp({ document, handlers, credentials: sandbox.credentials });
      const body = JSON.stringify({ end_customer_client_id: UNKNOWN_ID });
      const init = { method: "POST", headers: goodHeaders(sandbox), body };
      const response = await app.request(`${PATH}/get`, init);
      const answer = await response.text();
      expect(response.status).toBe(500);
      expectDocumented(`${PATH}/get`, "default", JSON.parse(answer));
      expect(answer).toContain("INTERNAL_SERVER_ERROR");
      return { answer, printed };
    } finally {
      console.error = error;
    }
  }
});

test("request IDs differ from answer to answer", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => get({ body: "{}" })));
  expect(new Set(answers.map(({ body }) => body.request_id)).size).toBe(20);
});
