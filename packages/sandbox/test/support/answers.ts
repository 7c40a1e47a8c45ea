import { expect } from "vitest";
import { compileSchemas } from "../../src/compile-schemas.ts";
import { loadDocument, pointer } from "../../src/document.ts";
import type { Sandbox } from "../../src/start-sandbox.ts";

export const document = loadDocument();
const validatorOf = compileSchemas(document);

/** An answer of the sandbox, error or success; its body has been held against the document. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AnswerBody;
}

interface AnswerBody {
  readonly request_id: string;
  readonly error_type?: string;
  readonly error_code?: string;
  readonly error_message?: string;
  readonly end_customer?: EndCustomer;
  readonly production_secret?: string;
}

interface EndCustomer {
  readonly client_id: string;
  readonly status: string;
  readonly secrets?: { readonly sandbox: string; readonly production: string };
}

/** What a request needs to know of a sandbox. */
type Target = Pick<Sandbox, "url" | "credentials">;

export const PATH = "/beta/partner/customer/v1";

/** The headers of a request that nothing is wrong with. */
export function goodHeaders(sandbox: Target): Record<string, string> {
  return {
    "Content-Type": "application/json",
    "PLAID-CLIENT-ID": sandbox.credentials.clientId,
    "PLAID-SECRET": sandbox.credentials.secret,
    "Plaid-Version": "2020-09-14",
  };
}

/** Sends one request and holds the answer against the document's schema for its status. */
export async function send(
  sandbox: Target,
  path: string,
  init: RequestInit,
  schemaPath = path,
): Promise<Answer> {
  const response = await fetch(`${sandbox.url}${path}`, init);
  const body: AnswerBody = await response.json();
  const status = response.status === 200 ? "200" : "default";
  expectDocumented(schemaPath, status, body);
  expect(body.request_id).toMatch(/^[A-Za-z0-9]{15}$/);
  return { status: response.status, headers: response.headers, body };
}

/** Fails unless the body is valid against the response schema of the operation at `path`. */
export function expectDocumented(path: string, status: "200" | "default", body: unknown): void {
  const validate = validatorOf(
    pointer("paths", path, "post", "responses", status, "content", "application/json", "schema"),
  );
  validate(body);
  expect(validate.errors ?? [], `the ${status} schema of ${path}`).toEqual([]);
}

/** Posts a JSON body to one of the four operations with everything else in order. */
export function post(sandbox: Target, operation: string, body: unknown): Promise<Answer> {
  const init = { method: "POST", headers: goodHeaders(sandbox), body: JSON.stringify(body) };
  return send(sandbox, `${PATH}/${operation}`, init);
}

/** The end customer in the answer to an operation that succeeded. */
export function endCustomerOf({ body }: Answer): EndCustomer {
  if (body.end_customer === undefined) throw new Error(`no end customer: ${JSON.stringify(body)}`);
  return body.end_customer;
}

/** What an error test looks at. */
export function errorOf({ status, body }: Answer): unknown[] {
  return [status, body.error_type, body.error_code, body.error_message];
}
