import type { JsonObject } from "../load/data.js";
import { set } from "../load/data.js";
import type { Operation, Parameter } from "../model/api-model.js";
import type { ParameterPlace } from "../model/parameter-style.js";
import { PLANNED_TYPE, type TypeUse } from "./package-plan.js";

/** How callers name the places of parameters. */
const PLACES: readonly { place: ParameterPlace; member: string }[] = [
  { place: "path", member: "path" },
  { place: "query", member: "query" },
  { place: "header", member: "headers" },
  { place: "cookie", member: "cookie" },
];

/**
 * One object schema for an operation's parameters, `{ path, query, headers, cookie }`, so that their
 * types and doc comments are made as any other schema's.
 *
 * @param body the body's type, where the body is a member, too.
 */
export function parametersSchema(operation: Operation, body: TypeUse | undefined): JsonObject {
  const properties: JsonObject = {};
  const required: string[] = [];
  for (const { place, member } of PLACES) {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    if (parameters.length === 0) continue;
    const members: JsonObject = {};
    for (const parameter of parameters) set(members, parameter.name, documented(parameter));
    const needed = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
    if (needed.length > 0) required.push(member);
    properties[member] = { type: "object", properties: members, required: needed };
  }
  const whole = operation.parameters.find((parameter) => parameter.in === "querystring");
  if (whole !== undefined) {
    properties["query"] = documented(whole);
    if (whole.required) required.push("query");
  }
  if (body !== undefined) {
    properties["body"] = { [PLANNED_TYPE]: body };
    if (operation.body?.required) required.push("body");
  }
  return { type: "object", properties, required };
}

/** A parameter's schema, which says what the parameter says of itself. */
function documented({ schema, description, deprecated }: Parameter): JsonObject {
  return {
    ...(typeof schema === "boolean" ? {} : schema),
    ...(description === undefined ? {} : { description }),
    ...(deprecated ? { deprecated } : {}),
  };
}
