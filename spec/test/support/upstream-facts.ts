// What Plaid publishes (API version 2020-09-14) about the four beta endpoints and all they reach,
// written down a second time: a field or a value that gets lost in an edit is missed here. Change it
// only together with a look at Plaid's own document. Enum values and error codes: upstream-values.ts.

/** The operations of customer.yaml in its order, and which of them are safe to repeat. */
export const OPERATIONS: readonly {
  readonly operationId: string;
  readonly call: string;
  readonly idempotent: boolean;
}[] = [
  {
    operationId: "updateCustomer",
    call: "post /beta/partner/customer/v1/update",
    idempotent: true,
  },
  {
    operationId: "createCustomer",
    call: "post /beta/partner/customer/v1/create",
    idempotent: false,
  },
  { operationId: "getCustomer", call: "post /beta/partner/customer/v1/get", idempotent: true },
  {
    operationId: "enableCustomer",
    call: "post /beta/partner/customer/v1/enable",
    idempotent: false,
  },
];

/** The properties of an object and those of them that are required. */
interface ObjectFacts {
  readonly properties: readonly string[];
  readonly required: readonly string[];
}

/** A security scheme's fields that travel in a body are in no request schema, so neither here. */
export const OBJECTS: Readonly<Record<string, ObjectFacts>> = {
  UpdateCustomerRequest: {
    properties: [
      "end_customer_client_id",
      "legal_entity_name",
      "redirect_uris",
      "bank_addendum_acceptance",
      "questionnaires",
    ],
    required: ["end_customer_client_id"],
  },
  CreateCustomerRequest: {
    properties: [
      "company_name",
      "is_diligence_attested",
      "products",
      "create_link_customization",
      "logo",
      "legal_entity_name",
      "website",
      "application_name",
      "technical_contact",
      "billing_contact",
      "customer_support_info",
      "address",
      "redirect_uris",
      "bank_addendum_acceptance",
      "questionnaires",
    ],
    required: ["company_name", "website", "application_name", "address", "customer_support_info"],
  },
  GetCustomerRequest: {
    properties: ["end_customer_client_id"],
    required: ["end_customer_client_id"],
  },
  EnableCustomerRequest: {
    properties: ["end_customer_client_id", "products"],
    required: ["end_customer_client_id"],
  },
  Address: {
    properties: ["city", "street", "region", "postal_code", "country_code"],
    required: [],
  },
  Contact: { properties: ["given_name", "family_name", "email"], required: [] },
  CustomerSupportInfo: {
    properties: ["email", "phone_number", "contact_url", "link_update_url"],
    required: [],
  },
  BankAddendumAcceptance: {
    properties: ["customer_accepted", "customer_ip_address", "customer_agreement_timestamp"],
    required: [],
  },
  Questionnaires: { properties: ["cra"], required: [] },
  CraQuestionnaire: {
    properties: ["purposes", "is_third_party_involved", "is_technical_service_provider_involved"],
    required: [],
  },
  CraPurposes: {
    properties: [
      "WRITTEN_INSTRUCTION",
      "EXTENSION_OF_CREDIT_OR_ACCOUNT_REVIEW",
      "EMPLOYMENT",
      "INSURANCE_UNDERWRITING",
      "LICENSE_ELIGIBILITY",
      "RISK_ASSESSMENT",
      "BUSINESS_NEED_TRANSACTION",
      "BUSINESS_NEED_ACCOUNT_REVIEW",
    ],
    required: [],
  },
  CraUseCases: { properties: ["use_cases"], required: [] },
  UpdateCustomerResponse: { properties: ["end_customer", "request_id"], required: [] },
  CreateCustomerResponse: { properties: ["end_customer", "request_id"], required: [] },
  GetCustomerResponse: { properties: ["end_customer", "request_id"], required: [] },
  EnableCustomerResponse: {
    properties: [
      "end_customer_client_id",
      "status",
      "product_statuses",
      "production_secret",
      "request_id",
    ],
    required: [],
  },
  EndCustomer: {
    properties: ["client_id", "company_name", "status", "product_statuses", "requirements_due"],
    required: [],
  },
  EndCustomerSecrets: { properties: ["sandbox", "development", "production"], required: [] },
  PlaidError: {
    properties: [
      "error_type",
      "error_code",
      "error_code_reason",
      "error_message",
      "display_message",
      "request_id",
      "causes",
      "status",
      "documentation_url",
      "suggested_action",
      "required_account_subtypes",
      "provided_account_subtypes",
    ],
    required: ["error_type", "error_code", "error_message", "display_message"],
  },
};

/** Components that are neither an object nor an enum of the lists here. */
export const OTHER_SCHEMAS = [
  "EndCustomerWithSecrets",
  "PlaidErrorCode",
  "ProductStatuses",
  "RequestId",
];

/** The names of properties with something special about them; a name in two objects stands twice. */
export const SPECIAL = {
  "type: [..., null]": ["display_message", "error_code_reason", "status", "suggested_action"],
  "deprecated: true": ["development"],
  "format: date-time": ["customer_agreement_timestamp"],
  "x-sensitive: true": ["development", "production", "production_secret", "sandbox", "secrets"],
} as const;
