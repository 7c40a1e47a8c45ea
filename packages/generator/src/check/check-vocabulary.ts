import type { BundledDocument } from "../load/bundle.js";
import { get, getString, type JsonObject } from "../load/data.js";
import type { Kind } from "../load/grammar.js";
import { isVersion32, METHODS } from "../load/list-operations.js";
import { responseStatus } from "../load/response-status.js";
import { SCHEMA_TYPES } from "../load/schema-types.js";
import { walk } from "../load/walk.js";
import { PARAMETER_PLACES } from "../model/parameter-style.js";
import { suggest } from "./nearest.js";
import type { Mend, Report } from "./report.js";

const PATH_ITEM_FIELDS = ["$ref", "summary", "description", "servers", "parameters", ...METHODS];

/** Words that OpenAPI has a closed list of are on it; else what they say would get lost in silence. */
export function checkVocabulary(document: BundledDocument, report: Report): void {
  const isNew = isVersion32(document.root);
  const pathItemFields = isNew
    ? [...PATH_ITEM_FIELDS, "query", "additionalOperations"]
    : PATH_ITEM_FIELDS;
  const rules: Partial<Record<Kind, (value: JsonObject) => void>> = {
    parameter: (parameter) => checkParameter(parameter, isNew, document, report),
    schema: (schema) => checkType(schema, document, report),
    pathItem: (pathItem) => checkPathItem(pathItem, pathItemFields, document, report),
    operation: (operation) => checkStatuses(operation, document, report),
  };
  walk(document.root, { object: (value, kind) => rules[kind]?.(value) });
}

function checkParameter(
  parameter: JsonObject,
  isNew: boolean,
  document: BundledDocument,
  report: Report,
): void {
  // What a broken reference leaves behind is empty, and was told already.
  if (Object.hasOwn(parameter, "$ref") || Object.keys(parameter).length === 0) return;
  const name = getString(parameter, "name");
  const emptied: Mend = {
    becomes: "left out",
    apply: () => {
      for (const key of Object.keys(parameter)) delete parameter[key];
    },
  };
  if (name === undefined) {
    const message = "This parameter has no name.";
    report.mendable(document.locate(parameter), message, 'Add "name".', emptied);
    return;
  }
  const place = get(parameter, "in");
  const places = PARAMETER_PLACES.filter((known) => isNew || known !== "querystring");
  const said = `The parameter "${name}"`;
  if (place === undefined) {
    const message = `${said} does not say where it goes.`;
    const fix = `Add "in": ${places.join(", ")}.`;
    report.mendable(document.locate(parameter), message, fix, emptied);
  } else if (!places.some((known) => known === place)) {
    const message = `${said} goes to a place that is not known: ${JSON.stringify(place)}.`;
    const location = document.locate(parameter, "in");
    const isSwagger = place === "body" || place === "formData";
    const body = 'Describe it in "requestBody", where OpenAPI 3 has bodies.';
    report.mendable(location, message, isSwagger ? body : suggest(place, places), emptied);
  }
}

/** A warning, for documents of older tools hold types such as `file`. */
function checkType(schema: JsonObject, document: BundledDocument, report: Report): void {
  const given = get(schema, "type");
  if (given === undefined) return;
  const check = (type: unknown, owner: object, key: string | number): void => {
    if (typeof type === "string" && SCHEMA_TYPES.includes(type)) return;
    const location = document.locate(owner, key);
    if (type === null) {
      report.warning(location, "The type null is no text here.", 'Write "null", in quotes.');
      return;
    }
    const message = `The type ${JSON.stringify(type)} is not known, so that any value fits.`;
    report.warning(location, message, suggest(type, SCHEMA_TYPES));
  };
  if (Array.isArray(given)) for (const [index, type] of given.entries()) check(type, given, index);
  else check(given, schema, "type");
}

function checkPathItem(
  pathItem: JsonObject,
  known: readonly string[],
  document: BundledDocument,
  report: Report,
): void {
  for (const key of Object.keys(pathItem)) {
    if (known.includes(key) || key.startsWith("x-")) continue;
    const message = `A path has no field "${key}", so that it is left out.`;
    report.warning(document.locate(pathItem, key), message, suggest(key, known));
  }
}

function checkStatuses(operation: JsonObject, document: BundledDocument, report: Report): void {
  const responses = get(operation, "responses");
  if (typeof responses !== "object" || responses === null || Array.isArray(responses)) return;
  for (const key of Object.keys(responses)) {
    if (responseStatus(key) !== undefined || key.startsWith("x-")) continue;
    const message = `The response "${key}" is no status, so that it is left out.`;
    const fix = "Use a status such as 200, a range such as 4XX, or default.";
    report.warning(document.locate(responses, key), message, fix);
  }
}
