import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { bundle, documentNames, SPEC_FOLDER } from "./support/bundle.ts";
import { findExamples } from "./support/examples.ts";
import { schemaOf } from "./support/open-api.ts";
import { ERROR_CODES } from "./support/upstream-facts.ts";

interface ErrorBody {
  readonly error_type: string;
  readonly error_code: string;
}

const facts = new Map(
  Object.entries(ERROR_CODES).flatMap(([type, codes]) =>
    Object.entries(codes).map(([code, status]) => [code, { type, status }] as const),
  ),
);

/** Every error shown in any document: the operations' and the ones at the error schema. */
const shown = documentNames().flatMap((name) =>
  findExamples(bundle(name))
    .filter(
      ({ role, schemaPointer }) =>
        role === "error" || schemaPointer === "#/components/schemas/PlaidError",
    )
    .map((example) => ({ ...example, body: example.value as ErrorBody })),
);

test("PlaidErrorCode holds the known codes, no more and no fewer", () => {
  const { enum: codes } = schemaOf(bundle("customer"), "PlaidErrorCode");
  expect(codes?.toSorted()).toEqual([...facts.keys()].toSorted());
});

test.each([...facts.keys()])("%s has an example", (code) => {
  expect(shown.map(({ body }) => body.error_code)).toContain(code);
});

test("every example pairs its code with the right type", () => {
  const wrong = shown.filter(({ body }) => facts.get(body.error_code)?.type !== body.error_type);
  expect(wrong.map(({ pointer }) => pointer)).toEqual([]);
});

describe("the examples of operations", () => {
  const ofOperations = shown.filter(({ role }) => role === "error");

  test("bear their code as name", () => {
    expect(ofOperations.map(({ name }) => name)).toEqual(
      ofOperations.map(({ body }) => body.error_code),
    );
  });

  test("close their summary with the HTTP status", () => {
    const wrong = ofOperations.filter(
      ({ summary, name }) => !summary?.endsWith(` (${facts.get(name)?.status})`),
    );
    expect(wrong.map(({ pointer, summary }) => `${pointer}: ${summary}`)).toEqual([]);
  });
});

test("every example in common/error-examples.yaml is used by a document", () => {
  const shared = parse(
    readFileSync(join(SPEC_FOLDER, "common", "error-examples.yaml"), "utf8"),
  ) as Record<string, unknown>;
  const used = new Set(
    documentNames().flatMap((name) => Object.keys(bundle(name).components.examples ?? {})),
  );
  expect(Object.keys(shared).filter((name) => !used.has(name))).toEqual([]);
});

test("the codes that choose an error class are codes of the enum", () => {
  const errorCode = schemaOf(bundle("customer"), "PlaidError").properties?.["error_code"];
  expect(errorCode?.["x-error-code"]).toBe(true);
  expect(errorCode?.["x-error-class"]).toEqual({
    INVALID_API_KEYS: "AuthenticationError",
    UNAUTHORIZED_ENVIRONMENT: "AuthenticationError",
    UNAUTHORIZED_ROUTE_ACCESS: "AuthenticationError",
    CUSTOMER_NOT_FOUND: "NotFoundError",
    RATE_LIMIT: "RateLimitError",
  });
  const codes = Object.keys(errorCode?.["x-error-class"] ?? {});
  expect(codes.filter((code) => !facts.has(code))).toEqual([]);
});
