import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { bundle, documentNames } from "./support/bundle.ts";
import { findExamples } from "./support/examples.ts";
import { schemaOf } from "./support/open-api.ts";
import { SPEC_FOLDER } from "./support/spec-folder.ts";
import { ERROR_CLASSES, ERROR_CODES } from "./support/upstream-values.ts";

interface ErrorBody {
  readonly error_type: string;
  readonly error_code: string;
}

const VALUES = "test/support/upstream-values.ts";

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
  expect(
    codes?.toSorted(),
    `PlaidErrorCode in common/errors.yaml and ERROR_CODES in ${VALUES} differ: bring the two together`,
  ).toEqual([...facts.keys()].toSorted());
});

test.each([...facts.keys()])("%s has an example", (code) => {
  expect(
    shown.some(({ body }) => body.error_code === code),
    `${code} has no example: write one in common/error-examples.yaml and refer to it from the operations that answer with it`,
  ).toBe(true);
});

test("every example pairs its code with the right type", () => {
  const wrong = shown.filter(({ body }) => facts.get(body.error_code)?.type !== body.error_type);
  expect(
    wrong.map(({ pointer, body }) => `${body.error_code} with ${body.error_type} at ${pointer}`),
  ).toBeNone(
    `error_type and error_code of these examples are no pair of ERROR_CODES in ${VALUES}:`,
  );
});

describe("the examples of operations", () => {
  const ofOperations = shown.filter(({ role }) => role === "error");

  test("bear their code as name", () => {
    expect(
      ofOperations
        .filter(({ name, body }) => name !== body.error_code)
        .map(({ pointer, body }) => `${pointer}: ${body.error_code}`),
    ).toBeNone("Name these examples as their error_code:");
  });

  test("close their summary with the HTTP status", () => {
    const wrong = ofOperations.filter(
      ({ summary, name }) => !summary?.endsWith(` (${facts.get(name)?.status})`),
    );
    expect(
      wrong.map(
        ({ pointer, summary, name }) => `${pointer}: ${summary} (${facts.get(name)?.status})`,
      ),
    ).toBeNone("Close the summary with the HTTP status of the code, in brackets, such as:");
  });
});

test("every example in common/error-examples.yaml is used by a document", () => {
  const shared = parse(
    readFileSync(join(SPEC_FOLDER, "common", "error-examples.yaml"), "utf8"),
  ) as Record<string, unknown>;
  const used = new Set(
    documentNames().flatMap((name) => Object.keys(bundle(name).components.examples ?? {})),
  );
  expect(Object.keys(shared).filter((name) => !used.has(name))).toBeNone(
    "No operation refers to these examples of common/error-examples.yaml: refer to them, or remove them:",
  );
});

test("the codes that choose an error class are codes of the enum", () => {
  const errorCode = schemaOf(bundle("customer"), "PlaidError").properties?.["error_code"];
  expect(errorCode?.["x-error-code"]).toBe(true);
  expect(
    errorCode?.["x-error-class"],
    `x-error-class in common/errors.yaml and ERROR_CLASSES in ${VALUES} differ: bring the two together`,
  ).toEqual(ERROR_CLASSES);
  const codes = Object.keys(errorCode?.["x-error-class"] ?? {});
  expect(codes.filter((code) => !facts.has(code))).toBeNone(
    "x-error-class names codes that PlaidErrorCode does not have:",
  );
});
