import {
  follow,
  operationsOf,
  type Body,
  type Content,
  type OpenApi,
  type OperationPlace,
  type Response,
} from "../open-api.ts";
import { edit, renameKey, type Edit } from "./edit.ts";

interface FoundBody extends OperationPlace {
  readonly body: Body;
}

interface FoundAnswer extends OperationPlace {
  readonly status: string;
  readonly answer: Response;
}

const JSON_TYPE = "application/json";
const anObject = () => ({
  schema: { type: "object", properties: { added_by_edit: { type: "string" } } },
});

/** What can become of operations, of their bodies and of their answers. */
export const OPERATION_EDITS: readonly Edit[] = [
  edit("operation added", operationsOf, ({ path }, document) => {
    document.paths[`${path}/added-by-edit`] = {
      get: {
        operationId: "addedByEdit",
        ...(document.paths[path]?.["parameters"]
          ? { parameters: document.paths[path]["parameters"] }
          : pathParameters(path)),
        responses: { "200": { description: "New.", content: { [JSON_TYPE]: anObject() } } },
      },
    };
  }),
  edit("operation removed", several, ({ path, method }, document) => {
    delete document.paths[path]?.[method];
  }),
  edit("operation renamed", named, ({ operation }) => {
    operation.operationId = `${operation.operationId}Renamed`;
  }),
  edit("operation's method changed", withoutPut, ({ path, method }, document) => {
    const item = document.paths[path];
    if (item) renameKey(item, method, method === "put" ? "post" : "put");
  }),
  edit("operation's path changed", operationsOf, ({ path }, document) => {
    renameKey(document.paths, path, `/moved${path}`);
  }),
  edit("operation marked deprecated", fresh, ({ operation }) => {
    operation.deprecated = true;
  }),
  edit("operation described anew", operationsOf, ({ operation }) => {
    operation.description = "Other words for the same.";
    operation.summary = "Other words";
  }),
  edit("operation's tags changed", operationsOf, ({ operation }) => {
    operation.tags = ["other"];
  }),
  edit("operation marked x-idempotent", notIdempotent, ({ operation }) => {
    operation["x-idempotent"] = true;
  }),
  edit("operation's x-idempotent removed", idempotent, ({ operation }) => {
    delete operation["x-idempotent"];
  }),

  edit("body became required", optionalBodies, ({ body }) => {
    body.required = true;
  }),
  edit("body became optional", requiredBodies, ({ body }) => {
    delete body.required;
  }),
  edit("required body added", bodiless, ({ operation }) => {
    operation.requestBody = { required: true, content: { [JSON_TYPE]: anObject() } };
  }),
  edit("optional body added", bodiless, ({ operation }) => {
    operation.requestBody = { content: { [JSON_TYPE]: anObject() } };
  }),
  edit("body removed", bodies, ({ operation }) => {
    delete operation.requestBody;
  }),
  edit("body's media type added", jsonBodies, ({ body }) => {
    body.content["application/x-www-form-urlencoded"] = { ...body.content[JSON_TYPE] };
  }),
  edit("body's media type removed", bodiesOfSeveral, ({ body }) => {
    dropLast(body.content);
  }),
  edit("body's media type replaced", jsonBodies, ({ body }) => {
    renameKey(body.content, JSON_TYPE, "multipart/form-data");
  }),

  edit("success status added", successes, ({ operation }) => {
    operation.responses["207"] = {
      description: "New.",
      content: { [JSON_TYPE]: anObject() },
    };
  }),
  edit("success without a body added", successes, ({ operation }) => {
    operation.responses["204"] = { description: "New." };
  }),
  edit("success status replaced", successes, ({ operation, status }) => {
    renameKey(operation.responses, status, "203");
  }),
  edit("one of several success statuses removed", successesOfSeveral, ({ operation, status }) => {
    delete operation.responses[status];
  }),
  edit("success lost its body", jsonSuccesses, ({ operation, status, answer }) => {
    operation.responses[status] = { description: answer.description };
  }),
  edit("success's media type added", jsonSuccesses, ({ answer }) => {
    answer.content = { ...answer.content, "text/csv": { schema: { type: "string" } } };
  }),
  edit("success's media type replaced", jsonSuccesses, ({ answer }) => {
    answer.content = { "text/plain": { schema: { type: "string" } } };
  }),
  edit("success's media type removed", answersOfSeveral, ({ answer }) => {
    if (answer.content) dropLast(answer.content);
  }),
  edit("success became an array", jsonSuccesses, ({ answer }) => {
    const json = answer.content?.[JSON_TYPE];
    if (json) json.schema = { type: "array", items: json.schema ?? {} };
  }),
  edit("error status added", operationsOf, ({ operation }) => {
    operation.responses["423"] = { description: "New.", content: { [JSON_TYPE]: anObject() } };
  }),
  edit("error answer removed", failures, ({ operation, status }) => {
    delete operation.responses[status];
  }),
  edit("answer's header added", successes, ({ answer }) => {
    answer.headers = { ...answer.headers, "X-Added": { schema: { type: "string" } } };
  }),
];

function pathParameters(path: string) {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  const schema = { type: "string" };
  return names.length === 0
    ? {}
    : { parameters: names.map((name) => ({ name, in: "path", required: true, schema })) };
}

function several(document: OpenApi): OperationPlace[] {
  const all = operationsOf(document);
  return all.length > 1 ? all : [];
}

function named(document: OpenApi): OperationPlace[] {
  return operationsOf(document).filter(({ operation }) => operation.operationId !== undefined);
}

function withoutPut(document: OpenApi): OperationPlace[] {
  return bodies(document).filter(
    ({ path, method }) => !document.paths[path]?.[method === "put" ? "post" : "put"],
  );
}

function fresh(document: OpenApi): OperationPlace[] {
  return operationsOf(document).filter(({ operation }) => operation.deprecated !== true);
}

function idempotent(document: OpenApi): OperationPlace[] {
  return operationsOf(document).filter(({ operation }) => operation["x-idempotent"] === true);
}

function notIdempotent(document: OpenApi): OperationPlace[] {
  return operationsOf(document).filter(
    ({ operation, method }) => method === "post" && operation["x-idempotent"] !== true,
  );
}

/** Bodies that an operation writes itself. */
function bodies(document: OpenApi): FoundBody[] {
  return operationsOf(document).flatMap((place) => {
    const { requestBody } = place.operation;
    return requestBody === undefined || "$ref" in requestBody
      ? []
      : [{ ...place, body: requestBody, shown: `${place.shown} body` }];
  });
}

function bodiless(document: OpenApi): OperationPlace[] {
  return operationsOf(document).filter(
    ({ operation, method }) =>
      !operation.requestBody && !["get", "head", "delete"].includes(method),
  );
}

function requiredBodies(document: OpenApi): FoundBody[] {
  return bodies(document).filter(({ body }) => body.required === true);
}

function optionalBodies(document: OpenApi): FoundBody[] {
  return bodies(document).filter(({ body }) => body.required !== true);
}

function jsonBodies(document: OpenApi): FoundBody[] {
  return bodies(document).filter(({ body }) => body.content[JSON_TYPE] !== undefined);
}

function bodiesOfSeveral(document: OpenApi): FoundBody[] {
  return bodies(document).filter(({ body }) => Object.keys(body.content).length > 1);
}

function answers(document: OpenApi, statuses: RegExp): FoundAnswer[] {
  return operationsOf(document).flatMap((place) =>
    Object.entries(place.operation.responses)
      .filter(([status]) => statuses.test(status))
      .map(([status, answer]) => ({
        ...place,
        status,
        answer: follow(document, answer),
        shown: `${place.shown} ${status}`,
      })),
  );
}

function successes(document: OpenApi): FoundAnswer[] {
  return answers(document, /^2/);
}

function jsonSuccesses(document: OpenApi): FoundAnswer[] {
  return successes(document).filter(({ answer }) => answer.content?.[JSON_TYPE] !== undefined);
}

function successesOfSeveral(document: OpenApi): FoundAnswer[] {
  const all = successes(document);
  return all.filter(({ operation }) => all.filter((one) => one.operation === operation).length > 1);
}

function answersOfSeveral(document: OpenApi): FoundAnswer[] {
  return successes(document).filter(({ answer }) => Object.keys(answer.content ?? {}).length > 1);
}

function failures(document: OpenApi): FoundAnswer[] {
  return answers(document, /^(4|5|default)/);
}

function dropLast(content: Content): void {
  const last = Object.keys(content).at(-1);
  if (last !== undefined) delete content[last];
}
