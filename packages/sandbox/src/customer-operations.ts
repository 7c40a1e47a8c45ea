import {
  customerRequirementsDue,
  customerStatus,
  enableCustomer,
  newCustomer,
  productStatuses,
  updateCustomer,
  type Customer,
  type CustomerDetails,
} from "./customer-state.js";
import type { CustomerStore } from "./customer-store.js";
import { PlaidError } from "./plaid-error.js";
import { newClientId, newSecret } from "./random-ids.js";

/** The members of validated request bodies that behaviour hangs on. */
export interface RequestBody extends CustomerDetails {
  readonly end_customer_client_id: string;
  readonly products?: readonly string[];
}

/** Answers one operation: a validated request body in, the response body without `request_id` out. */
export type OperationHandler = (body: RequestBody) => object;

/** The behaviour of each of the document's operations, by operationId, for one partner. */
export function customerOperations(
  store: CustomerStore,
  partner: string,
): ReadonlyMap<string, OperationHandler> {
  function create(body: RequestBody): object {
    const secrets = { sandbox: newSecret(), production: newSecret() };
    const customer = newCustomer(body, { clientId: newClientId(), secrets });
    if (!store.insert(partner, customer)) {
      const message = "an end customer with this company name already exists";
      throw new PlaidError("CUSTOMER_ALREADY_CREATED", message);
    }
    return { end_customer: { ...endCustomer(customer), secrets } };
  }

  function get(body: RequestBody): object {
    const customer = store.find(partner, body.end_customer_client_id) ?? notFound();
    return { end_customer: endCustomer(customer) };
  }

  function update({ end_customer_client_id: clientId, ...given }: RequestBody): object {
    const change = (customer: Customer) => updateCustomer(customer, given);
    const customer = store.change(partner, clientId, change) ?? notFound();
    return { end_customer: endCustomer(customer) };
  }

  function enable(body: RequestBody): object {
    const change = (customer: Customer) => enableCustomer(customer, body.products);
    const customer = store.change(partner, body.end_customer_client_id, change) ?? notFound();
    return {
      end_customer_client_id: customer.clientId,
      status: customerStatus(customer),
      product_statuses: Object.fromEntries(productStatuses(customer)),
      production_secret: customer.secrets.production,
    };
  }

  return new Map([
    ["createCustomer", create],
    ["getCustomer", get],
    ["updateCustomer", update],
    ["enableCustomer", enable],
  ]);
}

/** The document's `EndCustomer`; `requirements_due` is absent when nothing is due, as with Plaid. */
function endCustomer(customer: Customer) {
  const due = customerRequirementsDue(customer);
  return {
    client_id: customer.clientId,
    company_name: customer.details.company_name,
    status: customerStatus(customer),
    product_statuses: Object.fromEntries(productStatuses(customer)),
    ...(due.length > 0 && { requirements_due: due }),
  };
}

function notFound(): never {
  throw new PlaidError("CUSTOMER_NOT_FOUND", "no end customer with this client ID was found");
}
