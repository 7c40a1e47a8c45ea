import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSandbox, type Sandbox } from "../src/start-sandbox.ts";
import { endCustomerOf, errorOf, post } from "./support/answers.ts";
import { COMPLETE, without } from "./support/customers.ts";

const UNKNOWN_ID = "000000000000000000000000";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
// Where the start failed there is none: a failure here would hide why.
afterAll(() => sandbox?.close());

async function created(company_name: string, change: object = {}): Promise<string> {
  const answer = await post(sandbox, "create", { ...COMPLETE, company_name, ...change });
  return endCustomerOf(answer).client_id;
}

describe("fields", () => {
  test.each<[operation: string, body: object, code: string, message: RegExp]>([
    [
      "create",
      {},
      "MISSING_FIELDS",
      /: company_name, website, application_name, address, customer_/,
    ],
    ["get", {}, "MISSING_FIELDS", /: end_customer_client_id$/],
    ["enable", {}, "MISSING_FIELDS", /: end_customer_client_id$/],
    ["create", { ...COMPLETE, adress: {} }, "UNKNOWN_FIELDS", /: adress$/],
    ["create", { ...COMPLETE, address: { zip: "1" } }, "UNKNOWN_FIELDS", /: address\.zip$/],
    [
      "create",
      { ...COMPLETE, products: ["loans"] },
      "INVALID_FIELD",
      /^products\[0\] must be one of /,
    ],
    [
      "enable",
      { end_customer_client_id: null },
      "INVALID_FIELD",
      /^end_customer_client_id must be a s/,
    ],
  ])("%s %j: %s", async (operation, body, code, message) => {
    const answer = await post(sandbox, operation, body);
    expect([answer.status, answer.body.error_code]).toEqual([400, code]);
    expect(answer.body.error_message).toMatch(message);
  });
});

describe("what the customer's state does not allow", () => {
  test.each(["get", "update", "enable"])("%s of an unknown customer", async (operation) => {
    const answer = await post(sandbox, operation, { end_customer_client_id: UNKNOWN_ID });
    const message = "no end customer with this client ID was found";
    expect(errorOf(answer)).toEqual([404, "PARTNER_ERROR", "CUSTOMER_NOT_FOUND", message]);
  });

  test("creating the same company twice", async () => {
    await created("Twice");
    const answer = await post(sandbox, "create", { ...COMPLETE, company_name: "Twice" });
    const message = "an end customer with this company name already exists";
    expect(errorOf(answer)).toEqual([400, "PARTNER_ERROR", "CUSTOMER_ALREADY_CREATED", message]);
  });

  test.each<[code: string, status: number, details: object, asked: object]>([
    ["CUSTOMER_NOT_READY_FOR_ENABLEMENT", 412, { is_diligence_attested: false }, {}],
    ["QUESTIONNAIRE_NOT_COMPLETE", 412, { products: ["cra_monitoring"], questionnaires: {} }, {}],
    ["INVALID_FIELD", 400, {}, { products: ["signal"] }],
  ])("enabling: %s", async (code, status, details, asked) => {
    const id = await created(`Enabling ${code}`, details);
    const answer = await post(sandbox, "enable", { end_customer_client_id: id, ...asked });
    expect([answer.status, answer.body.error_code]).toEqual([status, code]);
  });

  test("enabling twice", async () => {
    const id = await created("Enabled twice");
    expect((await post(sandbox, "enable", { end_customer_client_id: id })).status).toBe(200);
    const answer = await post(sandbox, "enable", { end_customer_client_id: id });
    const message = "the end customer is already enabled";
    expect(errorOf(answer)).toEqual([400, "PARTNER_ERROR", "CUSTOMER_ALREADY_ENABLED", message]);
  });

  test.each([
    ["Sandbox Denied", "DENIED"],
    ["Sandbox Under Review", "UNDER_REVIEW"],
  ])("the legal name %s makes a customer %s", async (legal_entity_name, status) => {
    const { body } = await post(sandbox, "create", {
      ...without("questionnaires"),
      company_name: status,
      legal_entity_name,
    });
    expect(body.end_customer).toMatchObject({ status, product_statuses: { auth: status } });
  });
});
