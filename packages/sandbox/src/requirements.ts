import { isJsonObject, type JsonObject } from "./json-object.js";

/** A requirement as `requirements_due` names it. */
export type Requirement =
  | "legal_entity_name"
  | "website"
  | "application_name"
  | "is_diligence_attested"
  | "technical_contact"
  | "billing_contact"
  | "address"
  | "bank_addendum_acceptance"
  | "questionnaires.cra";

const CONTACT = ["given_name", "family_name", "email"];
const ADDRESS = ["city", "street", "region", "postal_code", "country_code"];

/** Says of each requirement whether the customer's fields satisfy it. */
const SATISFIED: ReadonlyMap<Requirement, (details: JsonObject) => boolean> = new Map<
  Requirement,
  (details: JsonObject) => boolean
>([
  ["legal_entity_name", (details) => isFilled(details["legal_entity_name"])],
  ["website", (details) => isFilled(details["website"])],
  ["application_name", (details) => isFilled(details["application_name"])],
  ["is_diligence_attested", (details) => details["is_diligence_attested"] === true],
  ["technical_contact", (details) => hasFilled(details["technical_contact"], CONTACT)],
  ["billing_contact", (details) => hasFilled(details["billing_contact"], CONTACT)],
  ["address", (details) => hasFilled(details["address"], ADDRESS)],
  ["bank_addendum_acceptance", (details) => isAccepted(details["bank_addendum_acceptance"])],
  ["questionnaires.cra", (details) => isAnswered(fieldsOf(details["questionnaires"])["cra"])],
]);

/**
 * What is due before all of `products` can be enabled. `questionnaires.cra` is asked for the
 * products of Plaid's consumer report agency alone, every other requirement for any product.
 */
export function requirementsDue(details: JsonObject, products: readonly string[]): Requirement[] {
  const hasCra = products.some((name) => name.startsWith("cra_"));
  return [...SATISFIED]
    .filter(([name]) => name !== "questionnaires.cra" || hasCra)
    .filter(([, isSatisfied]) => !isSatisfied(details))
    .map(([name]) => name);
}

function isFilled(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

function hasFilled(value: unknown, names: readonly string[]): boolean {
  const fields = fieldsOf(value);
  return names.every((name) => isFilled(fields[name]));
}

function isAccepted(acceptance: unknown): boolean {
  const members = ["customer_agreement_timestamp", "customer_ip_address"];
  return fieldsOf(acceptance)["customer_accepted"] === true && hasFilled(acceptance, members);
}

function isAnswered(questionnaire: unknown): boolean {
  const answers = fieldsOf(questionnaire);
  const purposes = Object.values(fieldsOf(answers["purposes"]));
  return (
    typeof answers["is_third_party_involved"] === "boolean" &&
    typeof answers["is_technical_service_provider_involved"] === "boolean" &&
    purposes.some((purpose) => {
      const useCases = fieldsOf(purpose)["use_cases"];
      return Array.isArray(useCases) && useCases.length > 0;
    })
  );
}

function fieldsOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
