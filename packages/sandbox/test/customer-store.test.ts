import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { customerStatus, enableCustomer, type Customer } from "../src/customer-state.ts";
import { CustomerStore } from "../src/customer-store.ts";
import { openDatabase } from "../src/open-database.ts";
import { COMPLETE, customerWith } from "./support/customers.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const NOW = () => new Date("2026-03-01T12:00:00Z");

function open(file = ":memory:"): CustomerStore {
  const store = new CustomerStore(openDatabase(file), NOW);
  onTestFinished(() => store.close());
  return store;
}

function refuse(): never {
  throw new Error("no");
}

test("finds what was inserted, as it was, names that look like SQL included", () => {
  const store = open();
  const company_name = `Robert'); DROP TABLE customer;-- "ünï" \u{1f600}`;
  const customer = customerWith(["auth"], { ...COMPLETE, company_name });
  expect(store.insert("partner", customer)).toBe(true);
  expect(store.find("partner", customer.clientId)).toEqual(customer);
  expect(store.find("partner", "' OR 1=1 --")).toBeUndefined();
});

test("a partner has each company name once; another partner may have it too", () => {
  const store = open();
  const again: Customer = { ...customerWith(["auth"]), clientId: "d".repeat(24) };
  expect(store.insert("partner", customerWith(["auth"]))).toBe(true);
  expect(store.insert("partner", again)).toBe(false);
  expect(store.find("partner", again.clientId)).toBeUndefined();
  expect(store.insert("other", again)).toBe(true);
});

test("a partner's customer is not found by another", () => {
  const store = open();
  const customer = customerWith(["auth"]);
  store.insert("partner", customer);
  expect(store.find("other", customer.clientId)).toBeUndefined();
  expect(store.change("other", customer.clientId, enableCustomer)).toBeUndefined();
});

test("a change is kept; one that throws leaves the customer and the store as they were", () => {
  const store = open();
  const customer = customerWith(["auth"]);
  store.insert("partner", customer);
  expect(() => store.change("partner", customer.clientId, refuse)).toThrow("no");
  expect(store.find("partner", customer.clientId)).toEqual(customer);
  const changed = store.change("partner", customer.clientId, (each) => enableCustomer(each));
  expect(changed && customerStatus(changed)).toBe("ACTIVE");
  expect(store.find("partner", customer.clientId)).toEqual(changed);
});

test("customers survive a restart with a file, stamped by the clock given", () => {
  const file = join(temporaryFolder(), "customers.db");
  const customer = customerWith(["auth", "cra_base_report"]);
  const first = new CustomerStore(openDatabase(file), NOW);
  first.insert("partner", customer);
  first.close();
  expect(open(file).find("partner", customer.clientId)).toEqual(customer);
  const database = openDatabase(file);
  const row = database.prepare("SELECT created_at, updated_at FROM customer").get();
  database.close();
  const time = "2026-03-01T12:00:00.000Z";
  expect(row).toEqual({ created_at: time, updated_at: time });
});

test("two stores on one file see each other's changes", () => {
  const file = join(temporaryFolder(), "shared.db");
  const [one, two] = [open(file), open(file)];
  const customer = customerWith(["auth"]);
  one.insert("partner", customer);
  two.change("partner", customer.clientId, (each) => enableCustomer(each));
  const seen = one.find("partner", customer.clientId);
  expect(seen && customerStatus(seen)).toBe("ACTIVE");
});
