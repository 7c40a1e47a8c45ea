import { expect, test } from "vitest";
import { bundle } from "./support/bundle.ts";
import { findExamples, type Role } from "./support/examples.ts";

// The examples of customer.yaml tell one story: the same end customer is created, updated, fetched
// and enabled. Snippets in READMEs and the docs follow it from one operation to the next.

const examples = findExamples(bundle("customer"));

type Json = Readonly<Record<string, unknown>>;

/** Every value that stands under a key, at any depth. */
function valuesOf(value: unknown, key: string): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(name === key ? [inner] : []),
    ...valuesOf(inner, key),
  ]);
}

/** The first example of an operation: the one that a README shows. */
function first(operationId: string, role: Role): Json {
  const found = examples.find((it) => it.operationId === operationId && it.role === role);
  if (!found) throw new Error(`${operationId} shows no ${role}: write a named example for it`);
  return found.value as Json;
}

const bodies = examples.filter(({ role }) => role === "request" || role === "success");
const everywhere = (key: string) => [
  ...new Set(bodies.flatMap(({ value }) => valuesOf(value, key))),
];

const ONE = "in the examples are to be one end customer's: use the same everywhere";

test("one end customer goes through all of them", () => {
  const ids = [...everywhere("end_customer_client_id"), ...everywhere("client_id")];
  expect([...new Set(ids)], `the client IDs ${ONE}`).toEqual(["634758733ebb4f00134b85ea"]);
  expect(everywhere("company_name"), `the names ${ONE}`).toEqual(["Cedar Street Lending"]);
});

test("the products asked for are the products that have a status", () => {
  const { products } = first("createCustomer", "request");
  const maps = everywhere("product_statuses") as Json[];
  expect(maps.length).toBeGreaterThan(0);
  const advice =
    "product_statuses of every answer names the products of createCustomer's first example";
  for (const map of maps) expect(Object.keys(map), advice).toEqual(products);
});

test("the update README readers see gives exactly what was due after creation", () => {
  expect(valuesOf(first("createCustomer", "success"), "requirements_due")).toEqual([
    ["bank_addendum_acceptance", "questionnaires.cra"],
  ]);
  const update = first("updateCustomer", "request");
  expect(
    Object.keys(update).toSorted(),
    "updateCustomer's first example gives what createCustomer's first answer lists as due",
  ).toEqual(["bank_addendum_acceptance", "end_customer_client_id", "questionnaires"]);
  expect(valuesOf(update, "cra")).toHaveLength(1);
});

test("the first answers follow each other", () => {
  const statuses = ["createCustomer", "updateCustomer", "getCustomer", "enableCustomer"].map(
    (operationId) => valuesOf(first(operationId, "success"), "status")[0],
  );
  expect(statuses, "the status in the first answers of create, update, get and enable").toEqual([
    "MORE_INFORMATION_NEEDED",
    "PENDING_ENABLEMENT",
    "PENDING_ENABLEMENT",
    "ACTIVE",
  ]);
});

test("what enable was asked for is what became active", () => {
  const { products } = first("enableCustomer", "request");
  const statuses = first("enableCustomer", "success")["product_statuses"] as Json;
  const active = Object.keys(statuses).filter((product) => statuses[product] === "ACTIVE");
  expect(active, "enableCustomer's first answer makes ACTIVE what its first request names").toEqual(
    products,
  );
});

test("what stands for a secret is plainly none", () => {
  const secrets = [
    ...everywhere("secrets").flatMap((value) => Object.values(value as Json)),
    ...everywhere("production_secret"),
  ];
  expect(secrets.length).toBeGreaterThanOrEqual(3);
  for (const secret of secrets) {
    expect(secret, "secrets in examples begin with fake-").toMatch(/^fake-/);
  }
});
