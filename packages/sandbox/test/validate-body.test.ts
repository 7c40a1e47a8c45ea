import { expect, test } from "vitest";
import { compileSchemas } from "../src/compile-schemas.ts";
import { validateBody } from "../src/validate-body.ts";
import { refusalOf } from "./support/refusal-of.ts";
import { document } from "./support/answers.ts";

const update = document.operations.find(({ operationId }) => operationId === "updateCustomer");
const validate = compileSchemas(document)(update?.requestSchema ?? "");
const ID = "634758733ebb4f00134b85ea";

test("a good body passes", () => {
  expect(() => validateBody({ end_customer_client_id: ID }, validate)).not.toThrow();
});

test.each<[body: string, code: string, message: string]>([
  ["{}", "MISSING_FIELDS", "the following required fields are missing: end_customer_client_id"],
  [
    '{"typo": 1, "legal_entity_name": 5}',
    "MISSING_FIELDS",
    "the following required fields are missing: end_customer_client_id",
  ],
  [good('"questionaires": {}'), "UNKNOWN_FIELDS", unrecognized("questionaires")],
  [good('"__proto__": {"polluted": true}'), "UNKNOWN_FIELDS", unrecognized("__proto__")],
  [
    good('"constructor": 1, "toString": 2'),
    "UNKNOWN_FIELDS",
    unrecognized("constructor, toString"),
  ],
  [
    good('"questionnaires": {"cra": {"purposes": {"EMPLOYMENT": {"use_case": []}}}}'),
    "UNKNOWN_FIELDS",
    unrecognized("questionnaires.cra.purposes.EMPLOYMENT.use_case"),
  ],
  [good('"a b/c~d": 1'), "UNKNOWN_FIELDS", unrecognized('["a b/c~d"]')],
  [good(`"${"x".repeat(500)}": 1`), "UNKNOWN_FIELDS", unrecognized(`${"x".repeat(80)}...`)],
  ['{"end_customer_client_id": 7}', "INVALID_FIELD", "end_customer_client_id must be a string"],
  [good('"redirect_uris": "x"'), "INVALID_FIELD", "redirect_uris must be an array"],
  [good('"redirect_uris": ["x", 5]'), "INVALID_FIELD", "redirect_uris[1] must be a string"],
  [
    good('"bank_addendum_acceptance": {"customer_agreement_timestamp": "yesterday"}'),
    "INVALID_FIELD",
    "bank_addendum_acceptance.customer_agreement_timestamp must be a date and time such as 2025-01-31T09:30:00Z",
  ],
  [
    good('"questionnaires": {"cra": {"purposes": {"EMPLOYMENT": {"use_cases": ["GAMBLING"]}}}}'),
    "INVALID_FIELD",
    "questionnaires.cra.purposes.EMPLOYMENT.use_cases[0] must be one of CREDIT_UNDERWRITING, TENANT_SCREENING, INVESTOR_OR_SERVICER_OF_CREDIT, UTILITIES, BANK_ACCOUNT_OPENING, IDENTITY_VERIFICATION_FRAUD_PREVENTION, COLLECTIONS_DEBT_RECOVERY",
  ],
  [
    good('"legal_entity_name": null, "redirect_uris": {}'),
    "INVALID_FIELD",
    "legal_entity_name must be a string; redirect_uris must be an array",
  ],
])("%s: %s", (body, code, message) => {
  const refusal = refusalOf(() => validateBody(JSON.parse(body), validate));
  expect(refusal).toMatchObject({ code, message });
});

test("tells the first twenty of very many problems", () => {
  const names = Array.from({ length: 1_000 }, (_, index) => `field${index}`);
  const body = Object.fromEntries(["end_customer_client_id", ...names].map((name) => [name, ""]));
  expect(() => validateBody(body, validate)).toThrow(/field19, and 980 more$/);
});

test("says what is wrong with very many values", () => {
  const body = { end_customer_client_id: ID, redirect_uris: Array<number>(300_000).fill(5) };
  const { code, message } = refusalOf(() => validateBody(body, validate));
  expect(code).toBe("INVALID_FIELD");
  expect(message).toMatch(/^redirect_uris\[0\] must be a string; /);
  expect(message).toMatch(/; redirect_uris\[19\] must be a string; and 299980 more$/);
});

test("no polluted prototype is left behind", () => {
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

function good(members: string): string {
  return `{"end_customer_client_id": "${ID}", ${members}}`;
}

function unrecognized(names: string): string {
  return `the following fields are not recognized: ${names}`;
}
