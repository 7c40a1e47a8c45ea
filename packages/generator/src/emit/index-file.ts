import { API_ERROR_CLASSES } from "../model/api-model.js";
import type { PackagePlan } from "../plan/package-plan.js";
import {
  OPTION_TYPES,
  RUNTIME_ERRORS,
  RUNTIME_TYPES,
  STREAM_TYPES,
  WRAPPING_TYPES,
} from "../plan/reserved-names.js";
import { type Code, code } from "./code.js";
import { exportTypes, exportValues, RUNTIME } from "./imports.js";
import { ownTypes } from "./operation-file.js";
import { hasServerVariables } from "./server-variables.js";
import { hasWrappedAnswers, wrappingTypeNames } from "./wrapped-answers.js";
import { webhookTypes } from "./webhooks-file.js";

/** The package's entry: every public name, one by one, so that a change of the surface shows in a diff. */
export function indexFile(plan: PackagePlan): Code {
  const { client, operations, enums, types } = plan;
  const wraps = hasWrappedAnswers(plan);
  const own = documentNames(plan);
  const of = (...suffixes: string[]) => suffixes.map((suffix) => client + suffix);
  const operationExports = operations.map((operation) => {
    const path = `./operations/${operation.fileName}.js`;
    return code`${exportValues([operation.functionName], path)}${exportTypes(
      ownTypes(operation),
      path,
    )}`;
  });
  return code`${exportValues([`create${client}Client`, "createClient"], "./client.js")}${exportTypes(
    of("Client", "Operations", ...(wraps ? ["WrappingClient"] : [])),
    "./client.js",
  )}${exportTypes(of("ClientOptions", "Core", "CoreOptions", "Credentials", "Environment", ...(hasServerVariables(plan.model) ? ["ServerVariables"] : [])).concat(wrappingTypeNames(plan)), "./definition.js")}${exportValues(
    enums.map(({ name }) => name),
    "./enums.js",
  )}${exportTypes(
    enums.flatMap(({ name, inputName }) =>
      inputName === undefined || inputName === name ? [] : [inputName],
    ),
    "./enums.js",
  )}${exportValues(API_ERROR_CLASSES, "./errors.js")}${exportTypes(
    of("ErrorBody"),
    "./errors.js",
  )}${operationExports}${exportTypes(of("Paths"), "./paths.js")}${exportTypes(
    types.map(({ name }) => name),
    "./schemas.js",
  )}${exportTypes(webhookTypes(plan), "./webhooks.js")}${exportValues([...RUNTIME_ERRORS, "isClientError", "Secret"], RUNTIME)}${exportTypes(
    [
      ...RUNTIME_TYPES,
      ...OPTION_TYPES.filter((name) => !own.has(name)),
      ...(operations.some(({ streams }) => streams.size > 0) ? STREAM_TYPES : []),
      ...(wraps ? WRAPPING_TYPES : []),
    ],
    RUNTIME,
  )}`;
}

/** The exported names that come of the document's. */
function documentNames(plan: PackagePlan): ReadonlySet<string> {
  const { operations, enums, types } = plan;
  return new Set([
    ...operations.flatMap((operation) => [operation.functionName, ...ownTypes(operation)]),
    ...enums.flatMap(({ name, inputName }) => [name, inputName ?? name]),
    ...types.map(({ name }) => name),
    ...webhookTypes(plan),
  ]);
}
