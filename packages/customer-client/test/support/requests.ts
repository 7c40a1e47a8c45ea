import type { CreateCustomerRequest, UpdateCustomerRequest } from "../../src/generated/index.js";

/** All that only create can give; what is left is for update. */
export const newCustomer: CreateCustomerRequest = {
  company_name: "Cedar Street Lending",
  legal_entity_name: "Cedar Street Lending, Inc.",
  website: "https://cedarstreet.example",
  application_name: "Cedar Street",
  is_diligence_attested: true,
  products: ["auth", "cra_base_report"],
  address: {
    street: "48 Cedar Street",
    city: "Portland",
    region: "OR",
    postal_code: "97205",
    country_code: "US",
  },
  technical_contact: { given_name: "Noor", family_name: "Haddad", email: "noor@cedar.example" },
  billing_contact: { given_name: "Tomas", family_name: "Lind", email: "tomas@cedar.example" },
  customer_support_info: { email: "help@cedarstreet.example" },
};

/** The questionnaire and the bank addendum, as in the document's example. */
export const whatIsDue: Omit<UpdateCustomerRequest, "end_customer_client_id"> = {
  questionnaires: {
    cra: {
      is_third_party_involved: false,
      is_technical_service_provider_involved: true,
      purposes: {
        EXTENSION_OF_CREDIT_OR_ACCOUNT_REVIEW: { use_cases: ["CREDIT_UNDERWRITING"] },
        WRITTEN_INSTRUCTION: {
          use_cases: ["CREDIT_UNDERWRITING", "IDENTITY_VERIFICATION_FRAUD_PREVENTION"],
        },
      },
    },
  },
  bank_addendum_acceptance: {
    customer_accepted: true,
    customer_agreement_timestamp: "2026-01-15T16:20:00Z",
    customer_ip_address: "203.0.113.24",
  },
};

/** For servers that answer anything: the smallest requests. */
export const someone = { end_customer_client_id: "634758733ebb4f00134b85ea" };
