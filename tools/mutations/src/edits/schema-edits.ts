import { findSchemas, type Direction, type FoundSchema } from "../find-objects.ts";
import type { OpenApi, Schema } from "../open-api.ts";
import { edit, type Edit } from "./edit.ts";

/** No document of the table has a place for these. */
const NOWHERE: ReadonlySet<string> = new Set([
  "request x-error-code removed",
  "shared member of oneOf added",
  "shared member of oneOf removed",
  "shared object opened to other properties",
  "shared x-sensitive removed",
  "shared x-error-code removed",
]);

/** What can become of enums, unions, maps and whole objects. */
export const SCHEMA_EDITS: readonly Edit[] = (["request", "response", "both"] as const)
  .flatMap(schemaEdits)
  .filter(({ name }) => !NOWHERE.has(name));

function schemaEdits(used: Direction | "both"): Edit[] {
  const called = (what: string) => `${used === "both" ? "shared" : used} ${what}`;
  const change = (
    what: string,
    test: (schema: Schema, found: FoundSchema) => boolean,
    apply: (schema: Schema) => void,
  ) =>
    edit(
      called(what),
      (document) => using(document, used).filter((found) => test(found.schema, found)),
      ({ schema }) => apply(schema),
    );
  return [
    change("enum value added", hasEnum, (schema) => {
      schema.enum?.push("ADDED_BY_EDIT");
    }),
    change("enum value removed", hasEnum, (schema) => {
      schema.enum?.pop();
      forgetValues(schema);
    }),
    change("enum value renamed", hasEnum, (schema) => {
      schema.enum =
        schema.enum?.map((value, index) => (index === 0 ? `${String(value)}_RENAMED` : value)) ??
        [];
      forgetValues(schema);
    }),
    change("enum became any string", hasEnum, (schema) => {
      delete schema.enum;
    }),
    change("member of oneOf added", hasUnion, (schema) => {
      members(schema).push({
        type: "object",
        properties: { added_by_edit: { type: "string" } },
        required: ["added_by_edit"],
      });
    }),
    change("member of oneOf removed", hasUnion, (schema) => {
      members(schema).pop();
    }),
    change(
      "member of allOf added",
      ({ allOf }) => allOf !== undefined,
      (schema) => {
        schema.allOf?.push({ type: "object", properties: { added_by_edit: { type: "string" } } });
      },
    ),
    change(
      "member of allOf removed",
      ({ allOf }) => (allOf?.length ?? 0) > 1,
      (schema) => {
        schema.allOf?.pop();
      },
    ),
    change(
      "discriminator's mapping renamed",
      ({ discriminator }) => Object.keys(discriminator?.mapping ?? {}).length > 0,
      ({ discriminator }) => {
        const [[first, target] = ["", ""], ...others] = Object.entries(
          discriminator?.mapping ?? {},
        );
        if (!discriminator) return;
        discriminator.mapping = { [`${first}Renamed`]: target, ...Object.fromEntries(others) };
      },
    ),
    change(
      "object closed to other properties",
      ({ properties, additionalProperties }) =>
        properties !== undefined && (additionalProperties ?? true) === true,
      (schema) => {
        schema.additionalProperties = false;
      },
    ),
    change(
      "object opened to other properties",
      ({ additionalProperties }) => additionalProperties === false,
      (schema) => {
        delete schema.additionalProperties;
      },
    ),
    change(
      "map's values became integers",
      ({ additionalProperties }) => typeof additionalProperties === "object",
      (schema) => {
        schema.additionalProperties = { type: "integer" };
      },
    ),
    change(
      "x-sensitive removed",
      (schema) => schema["x-sensitive"] === true,
      (schema) => {
        delete schema["x-sensitive"];
      },
    ),
    change(
      "x-error-code removed",
      (schema) => schema["x-error-code"] === true,
      (schema) => {
        delete schema["x-error-code"];
      },
    ),
  ];
}

/** A reference is no schema of its own, so marks beside it are looked for in the properties. */
function using(document: OpenApi, used: Direction | "both"): FoundSchema[] {
  const found = findSchemas(document).filter(({ directions }) =>
    used === "both" ? directions.size === 2 : directions.size === 1 && directions.has(used),
  );
  return found.flatMap((one) => [
    one,
    ...Object.entries(one.schema.properties ?? {})
      .filter(([, { $ref }]) => $ref !== undefined)
      .map(([name, schema]) => ({ ...one, schema, shown: `${one.shown}.${name}` })),
  ]);
}

function hasEnum(schema: Schema, { ways }: FoundSchema): boolean {
  const isText = schema.enum?.every((value) => typeof value === "string") ?? false;
  // An enum within a union may be what tells the members apart.
  return isText && (schema.enum?.length ?? 0) > 1 && !ways.has("oneOf");
}

function hasUnion(schema: Schema): boolean {
  return members(schema).length > 1 && schema.discriminator === undefined;
}

function members({ oneOf, anyOf }: Schema): Schema[] {
  return oneOf ?? anyOf ?? [];
}

/** A default or an example may be the value that went away. */
function forgetValues(schema: Schema): void {
  delete schema.default;
  delete schema.example;
  delete schema.examples;
}
