import { describe, expect, test } from "vitest";
import {
  customerRequirementsDue,
  customerStatus,
  enableCustomer,
  productStatuses,
  updateCustomer,
  type Customer,
} from "../src/customer-state.ts";
import { refusalOf } from "./support/refusal-of.ts";
import { ACCEPTANCE, ANSWERS, COMPLETE, customerWith, without } from "./support/customers.ts";

const BOTH = ["auth", "cra_base_report"];

describe("statuses", () => {
  test.each<[title: string, customer: Customer, status: string, products: object]>([
    [
      "complete",
      customerWith(BOTH),
      "PENDING_ENABLEMENT",
      { auth: "PENDING_ENABLEMENT", cra_base_report: "PENDING_ENABLEMENT" },
    ],
    [
      "bank addendum due",
      customerWith(BOTH, without("bank_addendum_acceptance")),
      "MORE_INFORMATION_NEEDED",
      { auth: "MORE_INFORMATION_NEEDED", cra_base_report: "MORE_INFORMATION_NEEDED" },
    ],
    [
      "questionnaire due: holds up the cra product alone",
      customerWith(BOTH, without("questionnaires")),
      "MORE_INFORMATION_NEEDED",
      { auth: "PENDING_ENABLEMENT", cra_base_report: "MORE_INFORMATION_NEEDED" },
    ],
    [
      "no cra product: no questionnaire",
      customerWith(["auth"], without("questionnaires")),
      "PENDING_ENABLEMENT",
      { auth: "PENDING_ENABLEMENT" },
    ],
    [
      "one product enabled",
      enableCustomer(customerWith(BOTH), ["auth"]),
      "ACTIVE",
      { auth: "ACTIVE", cra_base_report: "PENDING_ENABLEMENT" },
    ],
    [
      "one product enabled while the other waits for its questionnaire",
      enableCustomer(customerWith(BOTH, without("questionnaires")), ["auth"]),
      "ACTIVE",
      { auth: "ACTIVE", cra_base_report: "MORE_INFORMATION_NEEDED" },
    ],
    [
      "forced: denied",
      customerWith(BOTH, { ...COMPLETE, legal_entity_name: "Sandbox Denied" }),
      "DENIED",
      { auth: "DENIED", cra_base_report: "DENIED" },
    ],
    [
      "forced: under review",
      customerWith(["auth"], { ...COMPLETE, legal_entity_name: "Sandbox Under Review" }),
      "UNDER_REVIEW",
      { auth: "UNDER_REVIEW" },
    ],
  ])("%s", (_, customer, status, products) => {
    expect(customerStatus(customer)).toBe(status);
    expect(Object.fromEntries(productStatuses(customer))).toEqual(products);
  });
});

describe("a new customer's products", () => {
  test.each([
    [[], ["auth", "identity"]],
    [
      ["signal", "auth", "signal"],
      ["signal", "auth"],
    ],
  ])("%j gives %j", (asked, expected) => {
    expect(customerWith(asked).products).toEqual(
      expected.map((name) => ({ name, enabled: false })),
    );
  });
});

describe("update", () => {
  test("replaces the fields given and leaves the others", () => {
    const updated = updateCustomer(customerWith(BOTH), {
      legal_entity_name: "Other, Inc.",
      bank_addendum_acceptance: { customer_accepted: false },
    });
    expect(updated.details).toEqual({
      ...COMPLETE,
      legal_entity_name: "Other, Inc.",
      bank_addendum_acceptance: { customer_accepted: false },
    });
    expect(customerRequirementsDue(updated)).toEqual(["bank_addendum_acceptance"]);
  });

  test("merges questionnaires one by one and replaces each whole", () => {
    const details = { ...COMPLETE, questionnaires: { other: { kept: true }, cra: ANSWERS } };
    const cra = { purposes: { EMPLOYMENT: { use_cases: ["UTILITIES"] } } };
    const updated = updateCustomer(customerWith(BOTH, details), { questionnaires: { cra } });
    expect(updated.details.questionnaires).toEqual({ other: { kept: true }, cra });
    const untouched = updateCustomer(updated, { legal_entity_name: "X" });
    expect(untouched.details.questionnaires).toEqual({ other: { kept: true }, cra });
  });

  test("satisfies what is due", () => {
    const customer = customerWith(BOTH, without("bank_addendum_acceptance", "questionnaires"));
    expect(customerStatus(customer)).toBe("MORE_INFORMATION_NEEDED");
    const given = { bank_addendum_acceptance: ACCEPTANCE, questionnaires: { cra: ANSWERS } };
    expect(customerStatus(updateCustomer(customer, given))).toBe("PENDING_ENABLEMENT");
  });

  test("twice is the same as once, and the customer given is not changed", () => {
    const customer = customerWith(BOTH);
    const before = structuredClone(customer);
    const once = updateCustomer(customer, { legal_entity_name: "Twice" });
    expect(updateCustomer(once, { legal_entity_name: "Twice" })).toEqual(once);
    expect(customer).toEqual(before);
  });

  test("takes no product away from an enabled customer", () => {
    const active = enableCustomer(customerWith(["auth"]));
    const updated = updateCustomer(active, { bank_addendum_acceptance: {} });
    expect(customerStatus(updated)).toBe("ACTIVE");
    expect(customerRequirementsDue(updated)).toEqual(["bank_addendum_acceptance"]);
  });
});

describe("enable", () => {
  test("enables what is asked for, and everything when nothing is named", () => {
    const one = enableCustomer(customerWith(BOTH), ["cra_base_report"]);
    expect(Object.fromEntries(productStatuses(one))).toEqual({
      auth: "PENDING_ENABLEMENT",
      cra_base_report: "ACTIVE",
    });
    for (const asked of [undefined, [], ["auth"], BOTH]) {
      const all = enableCustomer(one, asked);
      expect(productStatuses(all).map(([, status]) => status)).toEqual(["ACTIVE", "ACTIVE"]);
    }
  });

  test.each<[title: string, customer: Customer, asked: string[], code: string, message: RegExp]>([
    ["a foreign product", customerWith(BOTH), ["signal"], "INVALID_FIELD", /signal/],
    [
      "enabled already",
      enableCustomer(customerWith(["auth"])),
      [],
      "CUSTOMER_ALREADY_ENABLED",
      /already enabled/,
    ],
    [
      "the one asked for is enabled already",
      enableCustomer(customerWith(BOTH), ["auth"]),
      ["auth"],
      "CUSTOMER_ALREADY_ENABLED",
      /already enabled/,
    ],
    [
      "requirements due",
      customerWith(BOTH, without("bank_addendum_acceptance", "questionnaires")),
      [],
      "CUSTOMER_NOT_READY_FOR_ENABLEMENT",
      /bank_addendum_acceptance, questionnaires\.cra$/,
    ],
    [
      "requirements due, for a product without questionnaire",
      customerWith(BOTH, without("bank_addendum_acceptance", "questionnaires")),
      ["auth"],
      "CUSTOMER_NOT_READY_FOR_ENABLEMENT",
      /due: bank_addendum_acceptance$/,
    ],
    [
      "only the questionnaire due",
      customerWith(BOTH, without("questionnaires")),
      [],
      "QUESTIONNAIRE_NOT_COMPLETE",
      /before cra_base_report can/,
    ],
    [
      "one enabled, the other waits for its questionnaire",
      enableCustomer(customerWith(BOTH, without("questionnaires")), ["auth"]),
      [],
      "QUESTIONNAIRE_NOT_COMPLETE",
      /before cra_base_report can/,
    ],
    [
      "denied",
      customerWith(BOTH, { ...COMPLETE, legal_entity_name: "Sandbox Denied" }),
      [],
      "CUSTOMER_NOT_READY_FOR_ENABLEMENT",
      /DENIED/,
    ],
    [
      "denied after it was enabled",
      updateCustomer(enableCustomer(customerWith(["auth"])), {
        legal_entity_name: "Sandbox Denied",
      }),
      [],
      "CUSTOMER_NOT_READY_FOR_ENABLEMENT",
      /DENIED/,
    ],
  ])("is refused: %s", (_, customer, asked, code, message) => {
    const error = refusalOf(() => enableCustomer(customer, asked));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });
});
