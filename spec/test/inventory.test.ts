import { describe, expect, test } from "vitest";
import { bundle } from "./support/bundle.ts";
import { resolve, schemaOf, type Schema } from "./support/open-api.ts";
import { OBJECTS, OTHER_SCHEMAS, SPECIAL } from "./support/upstream-facts.ts";
import { ENUMS } from "./support/upstream-values.ts";
import { allSchemas } from "./support/walk-schemas.ts";

const document = bundle("customer");
const FACTS = "test/support/upstream-facts.ts";
const VALUES = "test/support/upstream-values.ts";

/** What one list has and the other has not; a name that stands twice in one counts twice. */
function differences(actual: readonly string[], expected: readonly string[]): string[] {
  return [
    ...without(actual, expected).map((name) => `${name}: only in the document`),
    ...without(expected, actual).map((name) => `${name}: only in the list`),
  ];
}

function without(names: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return names.filter((name) => {
    const index = left.indexOf(name);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** What to do about differences. */
function bringTogether(what: string, list: string): string {
  return `${what} differ from ${list}: add it there, once seen in Plaid's own document, or remove it here`;
}

describe("objects have the fields that Plaid publishes", () => {
  test.each(Object.entries(OBJECTS))("%s", (name, { properties, required }) => {
    const schema = componentOf(name, FACTS);
    const fields = Object.keys(schema.properties ?? {});
    expect(differences(fields, properties)).toBeNone(
      bringTogether(`The fields of ${name}`, `OBJECTS in ${FACTS}`),
    );
    expect(differences(schema.required ?? [], required)).toBeNone(
      bringTogether(`The required fields of ${name}`, `OBJECTS in ${FACTS}`),
    );
  });

  test("EndCustomerWithSecrets is an EndCustomer with secrets", () => {
    const [base, extra] = schemaOf(document, "EndCustomerWithSecrets").allOf ?? [];
    expect(base?.$ref).toBe("#/components/schemas/EndCustomer");
    expect(Object.keys(extra?.properties ?? {})).toEqual(["secrets"]);
  });
});

describe("enums have the values that Plaid publishes", () => {
  test.each(Object.entries(ENUMS))("%s", (name, values) => {
    const schema = componentOf(name, VALUES);
    expect(schema.type, `${name}: an enum says type: string`).toBe("string");
    expect(differences(schema.enum ?? [], values)).toBeNone(
      bringTogether(`The values of ${name}`, `ENUMS in ${VALUES}`),
    );
  });
});

test("every component is one that the inventory knows", () => {
  const known = new Set([...Object.keys(OBJECTS), ...Object.keys(ENUMS), ...OTHER_SCHEMAS]);
  expect(Object.keys(document.components.schemas).filter((name) => !known.has(name))).toBeNone(
    `Schemas that are new: add an object to OBJECTS in ${FACTS}, an enum to ENUMS in ${VALUES}, anything else to OTHER_SCHEMAS:`,
  );
});

const looks: Readonly<Record<keyof typeof SPECIAL, (schema: Schema) => boolean>> = {
  "type: [..., null]": ({ type }) => Array.isArray(type) && type.includes("null"),
  "deprecated: true": ({ deprecated }) => deprecated === true,
  "format: date-time": ({ format }) => format === "date-time",
  "x-sensitive: true": (schema) => schema["x-sensitive"] === true,
};

test.each(Object.entries(SPECIAL))("what has %s", (what, expected) => {
  const found = allSchemas(document)
    .filter(({ schema }) => looks[what as keyof typeof SPECIAL](schema))
    .map(({ pointer }) => pointer.split("/").at(-1) ?? "");
  expect(differences(found, expected)).toBeNone(
    bringTogether(`The properties with ${what}`, `SPECIAL in ${FACTS}`),
  );
});

test("what is secret is marked, by x-sensitive and, where it is text, by its format", () => {
  const places = allSchemas(document);
  const isSecret = ({ $ref, format }: Schema) =>
    /^#.*Secrets$|^password$/.test($ref ?? format ?? "");
  expect(
    places
      .filter(({ schema }) => schema["x-sensitive"] && !isSecret(schema))
      .map(({ pointer }) => pointer),
  ).toBeNone("x-sensitive stands here without format: password beside it; add that:");
  expect(
    places
      .filter(({ schema }) => schema.format === "password" && !schema["x-sensitive"])
      .map(({ pointer }) => pointer),
  ).toBeNone("format: password stands here without x-sensitive: true beside it; add that:");
});

function componentOf(name: string, file: string): Schema {
  try {
    return resolve(document, `#/components/schemas/${name}`) as Schema;
  } catch (cause) {
    throw new Error(`the document has no schema ${name}: write it, or remove it from ${file}`, {
      cause,
    });
  }
}
