import {
  CraUseCase,
  Product,
  type CreateCustomerRequest,
  type UpdateCustomerRequest,
} from "@plaid-partner/customer-client";

/** A lender that forgot two things: the questionnaire and the bank addendum. */
export const newCustomer: CreateCustomerRequest = {
  company_name: "Harbor Lane Credit",
  legal_entity_name: "Harbor Lane Credit LLC",
  application_name: "Harbor Lane",
  website: "https://harborlane.example",
  is_diligence_attested: true,
  products: [Product.auth, Product.cra_base_report],
  technical_contact: {
    given_name: "Ines",
    family_name: "Okafor",
    email: "ines@harborlane.example",
  },
  billing_contact: { given_name: "Jonas", family_name: "Weber", email: "jonas@harborlane.example" },
  customer_support_info: { email: "help@harborlane.example", phone_number: "+15035550118" },
  address: {
    street: "7 Harbor Lane",
    city: "Portland",
    region: "OR",
    postal_code: "97209",
    country_code: "US",
  },
};

/** What an update has to say to satisfy the rest. */
export function missingAnswers(endCustomerClientId: string): UpdateCustomerRequest {
  return {
    end_customer_client_id: endCustomerClientId,
    questionnaires: {
      cra: {
        is_third_party_involved: false,
        is_technical_service_provider_involved: true,
        purposes: { WRITTEN_INSTRUCTION: { use_cases: [CraUseCase.CREDIT_UNDERWRITING] } },
      },
    },
    bank_addendum_acceptance: {
      customer_accepted: true,
      customer_agreement_timestamp: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
      customer_ip_address: "203.0.113.24",
    },
  };
}
