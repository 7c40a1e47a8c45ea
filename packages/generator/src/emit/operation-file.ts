import type { Operation } from "../model/api-model.js";
import type { OperationPlan, PackagePlan, TypeUse } from "../plan/package-plan.js";
import {
  type Code,
  code,
  identifier,
  join,
  literal,
  nothing,
  objectLiteral,
  sourceLines,
} from "./code.js";
import { docComment } from "./doc-comment.js";
import { importUses, importTypes, isUnknown, RUNTIME, unionCode } from "./imports.js";
import { operationDoc } from "./operation-docs.js";

/** One operation: its types where they are not components, and its function. */
export function operationFile(
  operation: OperationPlan,
  plan: PackagePlan,
  example: Code | undefined,
): Code {
  const name = identifier(operation.functionName);
  const serializer = bodySerializer(operation);
  const doc = docComment({
    ...operationDoc(operation, plan.model, true),
    example: example && sourceLines(example),
  });
  return code`${imports(operation, plan, serializer)}
${typeAliases(operation)}const operation = ${operationDefinition(operation, serializer)} as const satisfies OperationDefinition;

${doc}export function ${name}(client: ${identifier(`${plan.client}Core`)}, ${parameters(operation, plan)}): ${callType(operation)} {
  return callOperation(client, operation, ${operation.form === "body" ? code`{ body }` : code`input`}, options);
}
`;
}

function imports(
  operation: OperationPlan,
  plan: PackagePlan,
  serializer: string | undefined,
): Code {
  const credentials = `${plan.client}Credentials`;
  const own = new Set(aliases(operation).map((alias) => alias.name));
  const named = (name: string): TypeUse => ({ kind: "named", name });
  const values = ["callOperation", ...(serializer === undefined ? [] : [serializer])].map(
    identifier,
  );
  return code`import { ${join(values, code`, `)}, type Call, type CallOptions, type OperationDefinition } from ${literal(RUNTIME)};
${importTypes([credentials, `${plan.client}Core`], "../definition.js")}${importUses(
    [
      ...signatureNames(operation).map(named),
      ...aliases(operation).flatMap((alias) => alias.types),
      ...(isUnknown(operation.errorTypes) ? [] : operation.errorTypes),
    ].filter((use) => use.kind !== "named" || !own.has(use.name)),
    plan,
    "../",
  )}`;
}

interface Alias {
  readonly name: string;
  readonly types: readonly TypeUse[];
  readonly doc: string;
}

/** The types of an operation that no file declares yet. */
export function aliases({ request, response, functionName }: OperationPlan): Alias[] {
  const found: Alias[] = [];
  if (request && !isItself(request.name, [request.type])) {
    found.push({
      name: request.name,
      types: [request.type],
      doc: `What {@link ${functionName}} sends.`,
    });
  }
  if (!isItself(response.name, response.types)) {
    found.push({ ...response, doc: `What {@link ${functionName}} gives.` });
  }
  return found;
}

function isItself(name: string, types: readonly TypeUse[]): boolean {
  const [type] = types;
  return types.length === 1 && type?.kind === "named" && type.name === name;
}

function typeAliases(operation: OperationPlan): Code {
  return code`${aliases(operation).map(
    ({ name, types, doc }) =>
      code`${docComment({ summary: doc })}export type ${identifier(name)} = ${responseUnion(types)};\n\n`,
  )}`;
}

/** An operation that gives nothing gives `void`, so that its result is not used by mistake. */
function responseUnion(types: readonly TypeUse[]): Code {
  const onlyNothing = types.every((type) => type.kind === "built-in" && type.text === "undefined");
  return onlyNothing ? code`void` : unionCode(types, code`void`);
}

/** The named types of an operation's signature, but for those of errors. */
export function signatureNames({ form, request, response, parameters }: OperationPlan): string[] {
  return [
    ...(form === "body" && request ? [request.name] : []),
    response.name,
    ...(parameters === undefined ? [] : [parameters]),
  ];
}

/** The function's arguments behind the client; the same for the client's method. */
export function parameters(
  operation: OperationPlan,
  plan: PackagePlan,
  place: "function" | "signature" = "function",
): Code {
  const options = code`options?: ${optionsType(operation, plan)}`;
  if (operation.form === "body") {
    const mark = operation.argumentOptional ? code`?` : nothing;
    return code`body${mark}: ${identifier(operation.request?.name ?? "never")}, ${options}`;
  }
  const input =
    operation.parameters === undefined
      ? code`Record<string, never>`
      : identifier(operation.parameters);
  if (!operation.argumentOptional) return code`input: ${input}, ${options}`;
  return place === "signature"
    ? code`input?: ${input}, ${options}`
    : code`input: ${input} = {}, ${options}`;
}

function optionsType(operation: OperationPlan, plan: PackagePlan): Code {
  const base = code`CallOptions<${identifier(`${plan.client}Credentials`)}>`;
  if (operation.form !== "body" || operation.parameters === undefined) return base;
  return code`${base} & { params?: ${identifier(operation.parameters)} }`;
}

/** `Call<Response, ErrorBody>` */
export function callType(operation: OperationPlan): Code {
  const response = identifier(operation.response.name);
  if (isUnknown(operation.errorTypes)) return code`Call<${response}>`;
  return code`Call<${response}, ${unionCode(operation.errorTypes, nothing)}>`;
}

function operationDefinition(plan: OperationPlan, serializer: string | undefined): Code {
  const { operation } = plan;
  const data = Object.entries({
    id: operation.id,
    method: operation.method,
    path: operation.path,
    idempotent: operation.idempotent,
    response: plan.responseKind,
    shape: plan.shape,
    mayBeEmpty: plan.mayBeEmpty || undefined,
    security: operation.security,
  }).flatMap(([key, value]): [string, Code][] =>
    value === undefined ? [] : [[key, literal(value)]],
  );
  const bodyCode = serializeBody(operation, serializer);
  return objectLiteral(bodyCode ? [...data, ["serializeBody", bodyCode]] : data);
}

/** What makes the body, where the runtime's own way, `application/json`, is not the document's. */
function serializeBody({ body }: Operation, serializer: string | undefined): Code | undefined {
  if (body === undefined) return undefined;
  const contentType = literal(body.mediaType);
  if (serializer === "plainBody" && !body.mediaType.includes("*")) {
    return code`{ ...plainBody, contentType: ${contentType} }`;
  }
  if (serializer !== undefined) return identifier(serializer);
  if (/^application\/json\b/i.test(body.mediaType)) return undefined;
  return code`{ contentType: ${contentType}, serialize: (body) => JSON.stringify(body) }`;
}

/** The runtime's serializer for a body that is not JSON. */
function bodySerializer({ operation }: OperationPlan): string | undefined {
  const type = operation.body?.mediaType.split(";")[0]?.trim().toLowerCase();
  if (type === undefined || /^(application|text)\/(.+\+)?json$/.test(type)) return undefined;
  if (type === "application/x-www-form-urlencoded") return "formBody";
  if (type.startsWith("multipart/")) return "multipartBody";
  return "plainBody";
}
