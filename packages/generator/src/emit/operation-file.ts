import type { OperationPlan, PackagePlan, TypeUse } from "../plan/package-plan.js";
import { type Code, code, identifier, join, literal, nothing, sourceLines } from "./code.js";
import { docComment } from "./doc-comment.js";
import { importUses, importTypes, isUnknown, namedIn, RUNTIME, unionCode } from "./imports.js";
import {
  choiceDefinition,
  choiceOptions,
  choiceTypes,
  chosenAnswer,
  chosenBody,
  typeParameters,
} from "./media-choices.js";
import { operationDefinition } from "./operation-definition.js";
import { operationDoc } from "./operation-docs.js";
import { streamTypes } from "./stream-reader.js";
import { answerName, wrappedAnswer } from "./wrapped-answers.js";

/** One operation: its types where they are not components, and its function. */
export function operationFile(
  operation: OperationPlan,
  plan: PackagePlan,
  example: Code | undefined,
): Code {
  const name = identifier(operation.functionName);
  const { definition, imports: needed } = operationDefinition(operation, plan.model);
  const choice = choiceDefinition(operation, plan.model);
  const doc = docComment({
    ...operationDoc(operation, plan.model, true),
    example: example && sourceLines(example),
  });
  const values = [
    choice ? "callOperationAs" : "callOperation",
    ...new Set([...needed, ...(choice?.imports ?? [])]),
  ];
  const media = choice
    ? code`const media = ${choice.value} as const satisfies MediaDefinition;\n\n`
    : nothing;
  const gives = callType(operation, plan);
  const anyCore = identifier(`${plan.client}Core`);
  const core = operation.givesSecrets ? code`AnyCore` : anyCore;
  // Behind parameters that may be left out it may be, too.
  const fallback = operation.bodies || operation.answers ? code` = ${anyCore}` : nothing;
  const ownCore = operation.givesSecrets ? code`AnyCore extends ${anyCore}${fallback}` : undefined;
  const call = choice
    ? code`callOperationAs<${gives}>(client, operation, media, `
    : code`callOperation<${gives}>(client, operation, `;
  return code`${imports(operation, plan, values)}
${typeAliases(operation)}${choiceTypes(operation)}const operation = ${definition} as const satisfies OperationDefinition;

${media}${doc}export function ${name}${typeParameters(operation, ownCore)}(client: ${core}, ${parameters(operation, plan)}): ${gives} {
  return ${call}${operation.form === "body" ? code`{ body }` : code`input`}, options);
}
`;
}

function imports(operation: OperationPlan, plan: PackagePlan, values: readonly string[]): Code {
  const credentials = `${plan.client}Credentials`;
  const own = new Set(ownTypes(operation));
  const named = (name: string): TypeUse => ({ kind: "named", name });
  const media = values.includes("callOperationAs") ? ["MediaDefinition"] : [];
  const types = [...streamTypes(operation), "Call", "CallOptions", ...media].map(
    (name) => code`type ${identifier(name)}, `,
  );
  return code`import { ${join(values.map(identifier), code`, `)}, ${types}type OperationDefinition } from ${literal(RUNTIME)};
${importTypes([credentials, `${plan.client}Core`, ...(operation.givesSecrets ? [answerName(plan)] : [])], "../definition.js")}${importUses(
    [
      ...signatureNames(operation).map(named),
      ...aliases(operation).flatMap((alias) => alias.types),
      ...[operation.bodies, operation.answers].flatMap(
        (media) => media?.choices.flatMap(({ types }) => types) ?? [],
      ),
      ...(isUnknown(operation.errorTypes) ? [] : operation.errorTypes),
    ]
      .flatMap(namedIn)
      .filter((use) => use.kind !== "named" || !own.has(use.name)),
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
function aliases({ request, response, streams, functionName }: OperationPlan): Alias[] {
  const found: Alias[] = [];
  if (request && !isItself(request.name, [request.type])) {
    found.push({
      name: request.name,
      types: [request.type],
      doc: `What {@link ${functionName}} sends.`,
    });
  }
  for (const { event } of streams.values()) {
    if (event) found.push({ ...event, doc: `An event that {@link ${functionName}} gives.` });
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

/** The names of types that an operation's own file exports. */
export function ownTypes(operation: OperationPlan): string[] {
  return [
    ...aliases(operation).map(({ name }) => name),
    ...[operation.bodies, operation.answers].flatMap((media) => (media ? [media.name] : [])),
  ];
}

/** The named types of an operation's signature, but for those of errors. */
export function signatureNames(operation: OperationPlan): string[] {
  const { form, request, response, parameters, bodies, answers } = operation;
  const body = form === "body" && request ? [request.name] : [];
  return [
    ...(bodies ? [bodies.name] : body),
    answers ? answers.name : response.name,
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
    const body = operation.bodies
      ? chosenBody(operation.bodies)
      : identifier(operation.request?.name ?? "never");
    return code`body${mark}: ${body}, ${options}`;
  }
  const own =
    operation.parameters === undefined
      ? code`Record<string, never>`
      : identifier(operation.parameters);
  const bodyMark = operation.operation.body?.required ? nothing : code`?`;
  const input = operation.bodies
    ? code`${own} & { body${bodyMark}: ${chosenBody(operation.bodies)} }`
    : own;
  if (!operation.argumentOptional) return code`input: ${input}, ${options}`;
  return place === "signature"
    ? code`input?: ${input}, ${options}`
    : code`input: ${input} = {}, ${options}`;
}

function optionsType(operation: OperationPlan, plan: PackagePlan): Code {
  const credentials = identifier(`${plan.client}Credentials`);
  const base = code`CallOptions<${credentials}>${choiceOptions(operation)}`;
  if (operation.form !== "body" || operation.parameters === undefined) return base;
  return code`${base} & { params?: ${identifier(operation.parameters)} }`;
}

/** `Call<Response, ErrorBody>` */
export function callType(operation: OperationPlan, plan: PackagePlan): Code {
  const answer = operation.answers
    ? chosenAnswer(operation.answers)
    : identifier(operation.response.name);
  const response = wrappedAnswer(operation, plan, answer);
  if (isUnknown(operation.errorTypes)) return code`Call<${response}>`;
  return code`Call<${response}, ${unionCode(operation.errorTypes, nothing)}>`;
}
