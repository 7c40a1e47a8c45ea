import {
  follow,
  operationsOf,
  type OpenApi,
  type OperationPlace,
  type Parameter,
} from "../open-api.ts";
import { edit, type Edit } from "./edit.ts";

interface FoundParameter extends OperationPlace {
  readonly parameter: Parameter;
}

const added = (more: Partial<Parameter>): Parameter => ({
  name: "added-by-edit",
  in: "query",
  description: "New.",
  schema: { type: "string" },
  ...more,
});

/** What can become of parameters. */
export const PARAMETER_EDITS: readonly Edit[] = [
  edit("optional parameter added", operationsOf, ({ operation }) => {
    operation.parameters = [...(operation.parameters ?? []), added({})];
  }),
  edit("optional parameter added to an operation without any", bare, ({ operation }) => {
    operation.parameters = [added({})];
  }),
  edit("required parameter added", operationsOf, ({ operation }) => {
    operation.parameters = [...(operation.parameters ?? []), added({ required: true })];
  }),
  edit("required header added", operationsOf, ({ operation }) => {
    const header = added({ name: "X-Added", in: "header", required: true });
    operation.parameters = [...(operation.parameters ?? []), header];
  }),
  edit("optional parameter removed", optional, remove),
  edit("only parameter removed", (document) => alone(document), remove),
  edit("parameter became required", optional, ({ parameter }) => {
    parameter.required = true;
  }),
  edit("parameter became optional", required, ({ parameter }) => {
    delete parameter.required;
  }),
  edit("parameter renamed", free, ({ parameter }) => {
    parameter.name = `${parameter.name}Renamed`;
  }),
  edit("parameter moved to the headers", queries, ({ parameter }) => {
    parameter.in = "header";
  }),
  edit("string parameter became integer", texts, ({ parameter }) => {
    parameter.schema = { type: "integer" };
  }),
  edit("string parameter became array", texts, ({ parameter }) => {
    parameter.schema = { type: "array", items: { type: "string" } };
  }),
  edit(
    "integer parameter became string",
    (document) => typed(document, "integer"),
    ({ parameter }) => {
      parameter.schema = { type: "string" };
    },
  ),
  edit("string parameter became enum", texts, ({ parameter }) => {
    parameter.schema = { type: "string", enum: ["first", "second"] };
  }),
  edit("parameter's enum value added", enums, ({ parameter: { schema } }) => {
    schema?.enum?.push("ADDED_BY_EDIT");
  }),
  edit("parameter's enum value removed", enums, ({ parameter: { schema } }) => {
    schema?.enum?.shift();
    delete schema?.default;
  }),
  edit("parameter's pattern set", texts, ({ parameter }) => {
    parameter.schema = { ...parameter.schema, pattern: "^[a-z]+$" };
  }),
  edit(
    "parameter's maximum set",
    (document) => typed(document, "integer"),
    ({ parameter }) => {
      parameter.schema = { ...parameter.schema, maximum: 10 };
    },
  ),
  edit("parameter's default set", texts, ({ parameter }) => {
    parameter.schema = { ...parameter.schema, default: "standard" };
  }),
  edit(
    "array parameter's style changed",
    (document) => typed(document, "array"),
    ({ parameter }) => {
      parameter.explode = parameter.explode === false;
    },
  ),
  edit("parameter described anew", free, ({ parameter }) => {
    parameter.description = "Other words for the same.";
  }),
  edit("path parameter renamed", inPath, ({ parameter, path }, document) => {
    const renamed = path.replace(`{${parameter.name}}`, `{${parameter.name}Renamed}`);
    const item = document.paths[path];
    if (!item) return;
    for (const found of inPath(document)) {
      if (
        found.path === path &&
        found.parameter.name === parameter.name &&
        found.parameter !== parameter
      ) {
        found.parameter.name = `${found.parameter.name}Renamed`;
      }
    }
    parameter.name = `${parameter.name}Renamed`;
    document.paths = Object.fromEntries(
      Object.entries(document.paths).map(([key, value]) => [key === path ? renamed : key, value]),
    );
  }),
];

/** Only what an operation writes itself: a shared parameter belongs to others, too. */
function parameters(document: OpenApi): FoundParameter[] {
  return operationsOf(document).flatMap((place) =>
    (place.operation.parameters ?? [])
      .filter((one): one is Parameter => !("$ref" in one) && one.schema !== undefined)
      .map((parameter) => ({
        ...place,
        parameter,
        shown: `${place.shown} ${parameter.in} ${parameter.name}`,
      })),
  );
}

function inPath(document: OpenApi): FoundParameter[] {
  return parameters(document).filter(
    // An item whose parameters stand beside its operations would need more than one edit.
    ({ parameter, path }) => parameter.in === "path" && !document.paths[path]?.["parameters"],
  );
}

function free(document: OpenApi): FoundParameter[] {
  return parameters(document).filter(({ parameter }) => parameter.in !== "path");
}

function queries(document: OpenApi): FoundParameter[] {
  return texts(document).filter(({ parameter }) => parameter.in === "query");
}

function optional(document: OpenApi): FoundParameter[] {
  return free(document).filter(({ parameter }) => parameter.required !== true);
}

function required(document: OpenApi): FoundParameter[] {
  return free(document).filter(({ parameter }) => parameter.required === true);
}

function typed(document: OpenApi, type: string): FoundParameter[] {
  return free(document).filter(
    ({ parameter: { schema } }) => schema?.type === type && !schema.enum,
  );
}

function texts(document: OpenApi): FoundParameter[] {
  return typed(document, "string");
}

function enums(document: OpenApi): FoundParameter[] {
  return parameters(document).filter(({ parameter }) => (parameter.schema?.enum?.length ?? 0) > 1);
}

function alone(document: OpenApi): FoundParameter[] {
  return optional(document).filter(({ operation }) => operation.parameters?.length === 1);
}

function remove({ operation, parameter }: FoundParameter): void {
  operation.parameters = operation.parameters?.filter((one) => one !== parameter) ?? [];
}

/** Operations with a body and no parameter: `(body, options)` in a client. */
function bare(document: OpenApi): OperationPlace[] {
  return operationsOf(document).filter(
    ({ operation, path }) =>
      operation.requestBody !== undefined &&
      follow(document, operation.requestBody).content["application/json"] !== undefined &&
      (operation.parameters ?? []).length === 0 &&
      !document.paths[path]?.["parameters"],
  );
}
