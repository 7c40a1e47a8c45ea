import { describe, expect, test } from "vitest";
import { requirementsDue } from "../src/requirements.ts";
import { ACCEPTANCE, ANSWERS, COMPLETE } from "./support/customers.ts";
import { document } from "./support/answers.ts";

const PRODUCTS = ["auth", "cra_base_report"];

test("nothing is due of complete details", () => {
  expect(requirementsDue(COMPLETE, PRODUCTS)).toEqual([]);
});

test("everything is due of none, in the order and under the names of the document", () => {
  expect(document.root).toMatchObject({
    components: { schemas: { RequirementDue: { enum: requirementsDue({}, PRODUCTS) } } },
  });
});

test("only cra products wait for the questionnaire", () => {
  const details = { ...COMPLETE, questionnaires: {} };
  expect(requirementsDue(details, ["auth"])).toEqual([]);
  expect(requirementsDue(details, ["cra_monitoring"])).toEqual(["questionnaires.cra"]);
  expect(requirementsDue(details, PRODUCTS)).toEqual(["questionnaires.cra"]);
});

describe("what does not satisfy a requirement", () => {
  test.each<[due: string, details: Record<string, unknown>]>([
    ["legal_entity_name", { legal_entity_name: " " }],
    ["website", { website: "" }],
    ["application_name", { application_name: "" }],
    ["is_diligence_attested", { is_diligence_attested: false }],
    ["technical_contact", { technical_contact: { given_name: "A", family_name: "B" } }],
    ["billing_contact", { billing_contact: { given_name: "A", family_name: "B", email: "" } }],
    ["address", { address: { ...COMPLETE.address, region: "" } }],
    ["address", { address: { city: "Portland" } }],
    ["bank_addendum_acceptance", accepted({ customer_accepted: false })],
    ["bank_addendum_acceptance", accepted({ customer_ip_address: "" })],
    ["bank_addendum_acceptance", accepted({ customer_agreement_timestamp: undefined })],
    ["questionnaires.cra", answered({ is_third_party_involved: undefined })],
    ["questionnaires.cra", answered({ is_technical_service_provider_involved: undefined })],
    ["questionnaires.cra", answered({ purposes: {} })],
    ["questionnaires.cra", answered({ purposes: { EMPLOYMENT: {} } })],
    ["questionnaires.cra", answered({ purposes: { EMPLOYMENT: { use_cases: [] } } })],
  ])("%s: %j", (due, details) => {
    expect(requirementsDue({ ...COMPLETE, ...details }, PRODUCTS)).toEqual([due]);
  });
});

function accepted(change: Record<string, unknown>): Record<string, unknown> {
  return { bank_addendum_acceptance: { ...ACCEPTANCE, ...change } };
}

function answered(change: Record<string, unknown>): Record<string, unknown> {
  return { questionnaires: { cra: { ...ANSWERS, ...change } } };
}
