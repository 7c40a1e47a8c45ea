import { PlaidError } from "./plaid-error.js";
import { requirementsDue, type Requirement } from "./requirements.js";

export type CustomerStatus =
  "UNDER_REVIEW" | "PENDING_ENABLEMENT" | "ACTIVE" | "DENIED" | "MORE_INFORMATION_NEEDED";

/** The fields of a create request that behaviour hangs on; the others are only kept. */
export interface CustomerDetails {
  readonly company_name: string;
  readonly legal_entity_name?: string;
  readonly questionnaires?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** An end customer as it is stored. Its statuses and what is due are derived, never stored. */
export interface Customer {
  readonly clientId: string;
  readonly details: CustomerDetails;
  /** In the order in which they were asked for. */
  readonly products: readonly { readonly name: string; readonly enabled: boolean }[];
  readonly secrets: { readonly sandbox: string; readonly production: string };
}

/** Legal names that put a customer into a state which only Plaid's staff can bring about. */
const FORCED_STATUSES: ReadonlyMap<string, CustomerStatus> = new Map([
  ["Sandbox Under Review", "UNDER_REVIEW"],
  ["Sandbox Denied", "DENIED"],
]);

/** What a customer gets when create names no products: stands for "the partner's products". */
const DEFAULT_PRODUCTS = ["auth", "identity"];

export function newCustomer(
  request: CustomerDetails & { readonly products?: readonly string[] },
  keys: Pick<Customer, "clientId" | "secrets">,
): Customer {
  const { products = [], ...details } = request;
  const names = products.length > 0 ? new Set(products) : DEFAULT_PRODUCTS;
  return { ...keys, details, products: Array.from(names, (name) => ({ name, enabled: false })) };
}

/** Fields given replace the stored ones whole; `questionnaires` is merged one questionnaire at a time. */
export function updateCustomer(customer: Customer, given: Partial<CustomerDetails>): Customer {
  const details = { ...customer.details, ...given };
  if (given.questionnaires === undefined) return { ...customer, details };
  const questionnaires = { ...customer.details.questionnaires, ...given.questionnaires };
  return { ...customer, details: { ...details, questionnaires } };
}

/**
 * Enables the products asked for, all the customer's where none is named; one that is enabled
 * already is passed over. Either all of them can be enabled, or the call changes nothing.
 */
export function enableCustomer(customer: Customer, asked: readonly string[] = []): Customer {
  const own = customer.products.map((product) => product.name);
  const foreign = asked.filter((name) => !own.includes(name));
  if (foreign.length > 0) {
    const message = `products may name only those of this end customer (${own.join(", ")}), not ${foreign.join(", ")}`;
    throw new PlaidError("INVALID_FIELD", message);
  }
  const wanted = asked.length > 0 ? asked : own;
  const statuses = new Map(productStatuses(customer));
  const waiting = wanted.filter((name) => statuses.get(name) !== "ACTIVE");
  if (waiting.length === 0) {
    throw new PlaidError("CUSTOMER_ALREADY_ENABLED", "the end customer is already enabled");
  }
  const blocked = waiting.filter((name) => statuses.get(name) !== "PENDING_ENABLEMENT");
  if (blocked.length > 0) throw notReady(customer, blocked);
  const enabled = new Set(wanted);
  const products = customer.products.map((product) =>
    enabled.has(product.name) ? { ...product, enabled: true } : product,
  );
  return { ...customer, products };
}

export function customerStatus(customer: Customer): CustomerStatus {
  const forced = forcedStatus(customer);
  if (forced !== undefined) return forced;
  if (customer.products.some((product) => product.enabled)) return "ACTIVE";
  return customerRequirementsDue(customer).length > 0
    ? "MORE_INFORMATION_NEEDED"
    : "PENDING_ENABLEMENT";
}

export function productStatuses(customer: Customer): [product: string, status: CustomerStatus][] {
  const forced = forcedStatus(customer);
  return customer.products.map(({ name, enabled }) => {
    if (forced !== undefined) return [name, forced];
    if (enabled) return [name, "ACTIVE"];
    const due = requirementsDue(customer.details, [name]);
    return [name, due.length > 0 ? "MORE_INFORMATION_NEEDED" : "PENDING_ENABLEMENT"];
  });
}

/** What is still due for any of the customer's products, in the order of the document's enum. */
export function customerRequirementsDue(customer: Customer): Requirement[] {
  return requirementsDue(
    customer.details,
    customer.products.map((product) => product.name),
  );
}

function forcedStatus(customer: Customer): CustomerStatus | undefined {
  return FORCED_STATUSES.get(customer.details.legal_entity_name ?? "");
}

function notReady(customer: Customer, blocked: readonly string[]): PlaidError {
  const forced = forcedStatus(customer);
  if (forced !== undefined) {
    const message = `the end customer is not ready to be enabled, its status is ${forced}`;
    return new PlaidError("CUSTOMER_NOT_READY_FOR_ENABLEMENT", message);
  }
  const due = requirementsDue(customer.details, blocked);
  if (due.every((requirement) => requirement === "questionnaires.cra")) {
    const message = `questionnaires.cra has to be answered before ${blocked.join(", ")} can be enabled`;
    return new PlaidError("QUESTIONNAIRE_NOT_COMPLETE", message, {
      suggestedAction: "answer it with /beta/partner/customer/v1/update",
    });
  }
  const message = `the end customer is not ready to be enabled, requirements are still due: ${due.join(", ")}`;
  return new PlaidError("CUSTOMER_NOT_READY_FOR_ENABLEMENT", message, {
    suggestedAction: "read requirements_due with /beta/partner/customer/v1/get",
  });
}
