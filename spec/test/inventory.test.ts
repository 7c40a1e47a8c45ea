import { describe, expect, test } from "vitest";
import { bundle } from "./support/bundle.ts";
import { schemaOf, type Schema } from "./support/open-api.ts";
import { ENUMS, OBJECTS } from "./support/upstream-facts.ts";
import { allSchemas } from "./support/walk-schemas.ts";

const document = bundle("customer");

describe("objects have the fields that Plaid publishes", () => {
  test.each(Object.entries(OBJECTS))("%s", (name, { properties, required }) => {
    const schema = schemaOf(document, name);
    expect(Object.keys(schema.properties ?? {}).toSorted()).toEqual(properties.toSorted());
    expect((schema.required ?? []).toSorted()).toEqual(required.toSorted());
  });

  test("EndCustomerWithSecrets is an EndCustomer with secrets", () => {
    const [base, extra] = schemaOf(document, "EndCustomerWithSecrets").allOf ?? [];
    expect(base?.$ref).toBe("#/components/schemas/EndCustomer");
    expect(Object.keys(extra?.properties ?? {})).toEqual(["secrets"]);
  });
});

describe("enums have the values that Plaid publishes", () => {
  test.each(Object.entries(ENUMS))("%s", (name, values) => {
    const schema = schemaOf(document, name);
    expect(schema.type).toBe("string");
    expect(schema.enum?.toSorted()).toEqual(values.toSorted());
  });

  test("in the numbers that were counted by hand", () => {
    const count = (name: string) => schemaOf(document, name).enum?.length;
    expect(count("EndCustomerStatus")).toBe(5);
    expect(count("RequirementDue")).toBe(9);
    expect(count("CraUseCase")).toBe(7);
    expect(count("Product")).toBe(38);
    expect(Object.keys(schemaOf(document, "CraPurposes").properties ?? {})).toHaveLength(8);
  });
});

test("every component is one that the inventory knows", () => {
  const known = new Set([...Object.keys(OBJECTS), ...Object.keys(ENUMS)]);
  const others = Object.keys(document.components.schemas).filter((name) => !known.has(name));
  expect(others.toSorted()).toEqual([
    "EndCustomerWithSecrets",
    "PlaidErrorCode",
    "ProductStatuses",
    "RequestId",
  ]);
});

test("what may be null, what is deprecated, what has a format", () => {
  const places = allSchemas(document).filter(({ pointer }) => pointer.startsWith("#/components"));
  const which = (test: (schema: Schema) => boolean) =>
    places
      .filter(({ schema }) => test(schema))
      .map(({ pointer }) => pointer.split("/").at(-1) ?? "");
  expect(which(({ type }) => Array.isArray(type) && type.includes("null")).toSorted()).toEqual([
    "display_message",
    "error_code_reason",
    "status",
    "suggested_action",
  ]);
  expect(which(({ deprecated }) => deprecated === true)).toEqual(["development"]);
  expect(which(({ format }) => format === "date-time")).toEqual(["customer_agreement_timestamp"]);
});

test("what is secret is marked, by x-sensitive and, where it is text, by its format", () => {
  const marked = allSchemas(document).filter(({ schema }) => schema["x-sensitive"]);
  const names = marked.map(({ pointer }) => pointer.split("/").at(-1) ?? "");
  expect(names.toSorted()).toEqual([
    "development",
    "production",
    "production_secret",
    "sandbox",
    "secrets",
  ]);
  for (const { schema } of marked) {
    expect(schema.$ref ?? schema.format).toMatch(/^(#.*Secrets|password)$/);
  }
});
