import { newCustomer, type Customer, type CustomerDetails } from "../../src/customer-state.ts";

const CONTACT = { given_name: "Ada", family_name: "Boot", email: "ada@example.com" };

export const ACCEPTANCE = {
  customer_accepted: true,
  customer_agreement_timestamp: "2026-01-15T16:20:00Z",
  customer_ip_address: "203.0.113.24",
};

export const ANSWERS = {
  is_third_party_involved: false,
  is_technical_service_provider_involved: true,
  purposes: { WRITTEN_INSTRUCTION: { use_cases: ["CREDIT_UNDERWRITING"] } },
};

/** Every field that any requirement asks for. */
export const COMPLETE = {
  company_name: "Cedar",
  legal_entity_name: "Cedar, Inc.",
  website: "https://cedar.example",
  application_name: "Cedar app",
  is_diligence_attested: true,
  technical_contact: CONTACT,
  billing_contact: CONTACT,
  address: {
    city: "Portland",
    street: "48 Cedar Street",
    region: "OR",
    postal_code: "97205",
    country_code: "US",
  },
  customer_support_info: { email: "help@example.com" },
  bank_addendum_acceptance: ACCEPTANCE,
  questionnaires: { cra: ANSWERS },
};

export function customerWith(
  products: readonly string[],
  details: CustomerDetails = COMPLETE,
): Customer {
  const secrets = { sandbox: "s", production: "p" };
  return newCustomer({ ...details, products }, { clientId: "c".repeat(24), secrets });
}

/** The complete details without those that may be left out at creation. */
export function without(
  ...names: ("bank_addendum_acceptance" | "questionnaires")[]
): CustomerDetails {
  const details: Partial<typeof COMPLETE> & CustomerDetails = { ...COMPLETE };
  for (const name of names) delete details[name];
  return details;
}
