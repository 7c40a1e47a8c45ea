import {
  findObjects,
  findProperties,
  type Direction,
  type FoundProperty,
  type Way,
} from "../find-objects.ts";
import { hasNullType, type OpenApi, type Schema } from "../open-api.ts";
import { become, edit, renameKey, type Edit } from "./edit.ts";

type Used = Direction | "both";

/** What can become of a property, in requests, in responses, and in schemas that both use. */
export const PROPERTY_EDITS: readonly Edit[] = (["request", "response", "both"] as const).flatMap(
  (used) => [...memberEdits(used), ...valueEdits(used)],
);

/** The same, deeper: the few that tell whether a judge looks everywhere. */
export const DEEP_PROPERTY_EDITS: readonly Edit[] = (["request", "response"] as const).flatMap(
  (used) =>
    (
      [
        ["of a nested object", ["property"]],
        ["within an array", ["array"]],
        ["within a map", ["map"]],
        ["of a member of allOf", ["allOf"]],
        ["of a member of oneOf", ["oneOf"]],
      ] as const
    ).flatMap(([where, ways]) =>
      memberEdits(used, ways, where).filter(({ name }) =>
        /removed|required added|became (required|optional)/.test(name),
      ),
    ),
);

function memberEdits(used: Used, ways: readonly Way[] = [], where = ""): Edit[] {
  const called = (what: string) => `${subject(used)} property ${where ? `${where} ` : ""}${what}`;
  const properties = (document: OpenApi) => findProperties(document, used, ways);
  const optional = (document: OpenApi) => properties(document).filter((one) => !one.isRequired);
  const required = (document: OpenApi) => properties(document).filter((one) => one.isRequired);
  const objects = (document: OpenApi) => findObjects(document, used, ways);
  const added = "added_by_edit";
  return [
    edit(called("added"), objects, ({ schema }) => {
      schema.properties[added] = { type: "string", description: "New." };
    }),
    edit(called("required added"), objects, ({ schema }) => {
      schema.properties[added] = { type: "string", description: "New." };
      schema.required = [...(schema.required ?? []), added];
    }),
    edit(called("removed"), optional, drop),
    edit(called("removed that was required"), required, drop),
    edit(called("renamed"), properties, ({ owner, name }) => {
      renameKey(owner.schema.properties, name, `${name}_renamed`);
      if (!owner.schema.required) return;
      owner.schema.required = owner.schema.required.map((one) =>
        one === name ? `${name}_renamed` : one,
      );
    }),
    edit(called("became required"), optional, ({ owner, name }) => {
      owner.schema.required = [...(owner.schema.required ?? []), name];
    }),
    edit(called("became optional"), required, notRequired),
  ];
}

function drop(found: FoundProperty): void {
  delete found.owner.schema.properties[found.name];
  notRequired(found);
}

function notRequired({ owner, name }: FoundProperty): void {
  owner.schema.required = owner.schema.required?.filter((one) => one !== name) ?? [];
  if (owner.schema.required.length === 0) delete owner.schema.required;
}

function valueEdits(used: Used): Edit[] {
  const called = (what: string) => `${subject(used)} property ${what}`;
  const having = (test: (schema: Schema) => boolean) => (document: OpenApi) =>
    findProperties(document, used).filter(({ schema }) => test(schema));
  const change = (
    what: string,
    test: (schema: Schema) => boolean,
    apply: (schema: Schema, document: OpenApi) => void,
  ) => edit(called(what), having(test), ({ schema }, document) => apply(schema, document));
  return [
    change("became nullable", isText, (schema, document) => {
      if (hasNullType(document)) schema.type = ["string", "null"];
      else schema.nullable = true;
    }),
    change("is never null any more", isNullable, (schema) => {
      delete schema.nullable;
      if (Array.isArray(schema.type)) schema.type = schema.type.find((one) => one !== "null") ?? "";
    }),
    change("string became integer", isText, (schema) => become(schema, { type: "integer" })),
    change("string became array of strings", isText, (schema) =>
      become(schema, { type: "array", items: { type: "string" } }),
    ),
    change("integer became number", isOf("integer"), (schema) => {
      schema.type = "number";
    }),
    change("number became integer", isOf("number"), (schema) => {
      schema.type = "integer";
    }),
    change("boolean became string", isOf("boolean"), (schema) =>
      become(schema, { type: "string" }),
    ),
    change("array's items became integers", hasTextItems, (schema) => {
      schema.items = { type: "integer" };
    }),
    change("array's maxItems set", isOf("array"), (schema) => {
      schema.maxItems = 3;
    }),
    change("string became enum", isText, (schema) => {
      schema.enum = ["first", "second"];
    }),
    change("format set", isText, (schema) => {
      schema.format = "date-time";
    }),
    change(
      "format removed",
      ({ format }) => format !== undefined,
      (schema) => {
        delete schema.format;
      },
    ),
    change("maxLength set", isText, (schema) => {
      schema.maxLength = 64;
    }),
    change("pattern set", isText, (schema) => {
      schema.pattern = "^[a-z]+$";
    }),
    change("default set", isText, (schema) => {
      schema.default = "standard";
    }),
    change("marked deprecated", isText, (schema) => {
      schema.deprecated = true;
    }),
    change("marked readOnly", isText, (schema) => {
      schema.readOnly = true;
    }),
    change("marked writeOnly", isText, (schema) => {
      schema.writeOnly = true;
    }),
    change("marked x-sensitive", isText, (schema) => {
      schema["x-sensitive"] = true;
    }),
    change("described anew", isText, (schema) => {
      schema.description = "Other words for the same.";
    }),
  ];
}

function subject(used: Used): string {
  return used === "both" ? "shared" : used;
}

function isText(schema: Schema): boolean {
  return schema.type === "string" && !schema.enum && !schema.format && !schema["x-sensitive"];
}

function isOf(type: string): (schema: Schema) => boolean {
  return (schema) => schema.type === type && !schema.enum;
}

function isNullable({ nullable, type }: Schema): boolean {
  return nullable === true || (Array.isArray(type) && type.length === 2 && type.includes("null"));
}

function hasTextItems({ items }: Schema): boolean {
  return items?.type === "string";
}
