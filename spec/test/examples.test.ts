import { describe, expect, test } from "vitest";
import { bundle, documentNames } from "./support/bundle.ts";
import { checkExamples, findExamples, type Role } from "./support/examples.ts";
import { operationsOf, type OpenApi } from "./support/open-api.ts";

/** Where the examples of each kind stand. */
const ROLES = {
  request: "requestBody",
  success: 'responses."200"',
  error: "responses.default",
} as const;

test("redocly.yaml lists the documents", () => {
  expect(documentNames()).toContain("customer");
});

describe.each(documentNames())("%s.yaml", (name) => {
  const document = bundle(name);
  const examples = findExamples(document);

  test("every example satisfies its schema", () => {
    expect(checkExamples(document)).toBeNone(
      "Mend these examples, or the schemas they are to satisfy:",
    );
  });

  test.each(
    operationsOf(document).flatMap(({ operation: { operationId } }) =>
      Object.entries(ROLES).map(([role, place]) => ({ operationId, role, place })),
    ),
  )("$operationId, $role: shown by an example with a summary", ({ operationId, role, place }) => {
    const found = examples.filter((it) => it.operationId === operationId && it.role === role);
    const advice = `${operationId} shows no ${role}: write a named example, with summary and value, under ${place}.content.application/json.examples`;
    expect(found.length, advice).toBeGreaterThan(0);
    expect(found.filter(({ summary }) => !summary).map(({ pointer }) => pointer)).toBeNone(
      `Give these examples of ${operationId} a summary:`,
    );
  });
});

test("customer.yaml shows at least as many examples as it did", () => {
  const examples = findExamples(bundle("customer"));
  const least: Readonly<Record<Role, number>> = { request: 7, success: 7, error: 58, schema: 30 };
  for (const [wanted, number] of Object.entries(least)) {
    const count = examples.filter(({ role }) => role === wanted).length;
    const advice = `examples (${wanted}) were lost: put them back, or lower the number in this test`;
    expect(count, advice).toBeGreaterThanOrEqual(number);
  }
});

describe("a broken example is refused", () => {
  const update = "#/paths/~1beta~1partner~1customer~1v1~1update/post";

  /** The document with one text of its JSON replaced, wherever that text stands. */
  function broken(from: string, to: string): OpenApi {
    const text = JSON.stringify(bundle("customer"));
    expect(text, "this test breaks an example that is no longer there: name another").toContain(
      from,
    );
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
