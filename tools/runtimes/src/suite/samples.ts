import { json } from "./answer.ts";

const ID = "634758733ebb4f00134b85ea";

/** The body of a call that may be sent twice. */
export const BODY = { end_customer_client_id: ID };

/** The body of a call that may not. */
export const NEW = {
  company_name: "Cedar Street Lending",
  website: "https://cedarstreet.example",
  application_name: "Cedar Street",
  address: {
    street: "48 Cedar Street",
    city: "Portland",
    region: "OR",
    postal_code: "97205",
    country_code: "US",
  },
  customer_support_info: { email: "help@cedarstreet.example" },
};

/** What the API gives, and the answer that says it. */
export const CUSTOMER = { end_customer: { client_id: ID, status: "ACTIVE" }, request_id: "r1" };
export const found = json(CUSTOMER);

/** An answer of the API's error shape. */
export function refused(status: number, code: string, headers: Record<string, string> = {}) {
  return json(
    { error_type: "API_ERROR", error_code: code, error_message: "No.", request_id: "r2" },
    status,
    headers,
  );
}

/** A text in UTF-8. */
export const bytesOf = (text: string) => new TextEncoder().encode(text);
