import { describe, expect, test } from "vitest";
import { bundle, documentNames } from "./support/bundle.ts";
import { checkExamples, findExamples, type Role } from "./support/examples.ts";
import { operationsOf, type OpenApi } from "./support/open-api.ts";

const ROLES: readonly Role[] = ["request", "success", "error"];

test("redocly.yaml lists the documents", () => {
  expect(documentNames()).toContain("customer");
});

describe.each(documentNames())("%s.yaml", (name) => {
  const document = bundle(name);
  const examples = findExamples(document);

  test("every example satisfies its schema", () => {
    expect(checkExamples(document)).toEqual([]);
  });

  test.each(
    operationsOf(document).flatMap(({ operation: { operationId } }) =>
      ROLES.map((role) => ({ operationId, role })),
    ),
  )("$operationId, $role: shown by an example with a summary", ({ operationId, role }) => {
    const found = examples.filter((it) => it.operationId === operationId && it.role === role);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ summary }) => !summary).map(({ pointer }) => pointer)).toEqual([]);
  });
});

test("customer.yaml shows at least as many examples as it did", () => {
  const examples = findExamples(bundle("customer"));
  const count = (wanted: Role) => examples.filter(({ role }) => role === wanted).length;
  expect(count("request")).toBeGreaterThanOrEqual(7);
  expect(count("success")).toBeGreaterThanOrEqual(7);
  expect(count("error")).toBeGreaterThanOrEqual(58);
  expect(count("schema")).toBeGreaterThanOrEqual(30);
});

describe("a broken example is refused", () => {
  const update = "#/paths/~1beta~1partner~1customer~1v1~1update/post";

  /** The document with one text of its JSON replaced, wherever that text stands. */
  function broken(from: string, to: string): OpenApi {
    const text = JSON.stringify(bundle("customer"));
    expect(text).toContain(from);
    return JSON.parse(text.replaceAll(from, to)) as OpenApi;
  }

  test.each([
    {
      what: "an unknown request field",
      from: '"customer_accepted":true',
      to: '"customer_acepted":true',
      at: `updateCustomer "questionnaireAndBankAddendum" at ${update}/requestBody/`,
      says: "customer_acepted",
    },
    {
      what: "a value that no enum has",
      from: '"use_cases":["CREDIT_UNDERWRITING"]',
      to: '"use_cases":["CREDIT_UNDERWRITTING"]',
      at: `updateCustomer "questionnaireAndBankAddendum" at ${update}/requestBody/`,
      says: "allowedValues",
    },
    {
      what: "a moment that is no date-time",
      from: '"2026-01-15T16:20:00Z"',
      to: '"yesterday"',
      at: '"number 1" at #/components/schemas/BankAddendumAcceptance/',
      says: "date-time",
    },
    {
      what: "an error without display_message",
      from: '"display_message":null,"request_id":"cN7jMi5kOl2PqAz"',
      to: '"request_id":"cN7jMi5kOl2PqAz"',
      at: `updateCustomer "CUSTOMER_NOT_FOUND" at ${update}/responses/default/`,
      says: "display_message",
    },
  ])("$what", ({ from, to, at, says }) => {
    const problems = checkExamples(broken(from, to));
    const placed = problems.filter((problem) => problem.includes(at));
    expect(placed).toContainEqual(expect.stringContaining(says));
  });
});
