import type { OperationPlan, PackagePlan, TypeUse } from "../plan/package-plan.js";
import { type Code, code, identifier, literal, nothing, sourceLines } from "./code.js";
import { docComment } from "./doc-comment.js";
import { importTypes, importUses, isUnknown, RUNTIME } from "./imports.js";
import { callType, ownTypes, parameters, signatureNames } from "./operation-file.js";
import { typeParameters } from "./media-choices.js";
import { operationDoc } from "./operation-docs.js";
import { hasWrappedAnswers, wrappingTypeNames } from "./wrapped-answers.js";

/**
 * The client's two factories and its type.
 *
 * @param factoryExample the source of an example of the factory.
 * @param exampleOf the source of an operation's example call, where there is one.
 */
export function clientFile(
  plan: PackagePlan,
  factoryExample: Code | undefined,
  exampleOf: (operation: OperationPlan) => Code | undefined,
): Code {
  const { client, operations, model } = plan;
  const wraps = hasWrappedAnswers(plan);
  const type = (suffix: string) => identifier(`${client}${suffix}`);
  const factory = identifier(`create${client}Client`);
  const coreDoc = docComment({
    summary:
      "Makes a client without methods, for operations that are imported one by one: a bundle then carries these alone.",
    description: `It makes calls, and leaves out what watches or shapes them: \`hooks\`, \`logger\`, \`credentialPlacement\`, \`concurrency\`, \`rateLimit\`, \`tracing\`, \`wrapSecrets\`, the header \`User-Agent\`, the check of options that are misspelt, and the \`attempts\` of errors. The client of {@link create${client}Client} has them, and such operations take it, too.`,
    tags: [
      [
        "param",
        "options - environment, credentials, limits; what is absent comes from the environment.",
      ],
      [
        "throws",
        "{@link ConfigurationError} if the environment is not known, or `baseUrl` or `headers` are not valid.",
      ],
    ],
  });
  const factoryDoc = docComment({
    summary: `Makes a client of ${model.title} with a method for each operation.`,
    tags: [
      [
        "param",
        "options - environment, credentials, limits; what is absent comes from the environment.",
      ],
      [
        "throws",
        "{@link ConfigurationError} if the environment is not known or an option is wrong.",
      ],
    ],
    example: factoryExample && sourceLines(factoryExample),
  });
  return code`${clientImports(plan)}
${docComment({ summary: `The operations of ${model.title}.` })}export interface ${type("Operations")}${wraps ? code`<AnyCore = ${type("Core")}>` : nothing} {
${operations.map((operation) => methodSignature(operation, plan, exampleOf(operation)))}}

${clientTypes(plan)}
${coreDoc}export function createClient(options: ${type("CoreOptions")}${fallback(plan)}): ${type("Core")} {
  return createCore<${type("Paths")}>(definition, options);
}

${factoryDoc}export function ${factory}${factorySignature(plan)} {
  const client = createFullClient<${type("Paths")}>(definition, details, options);
  const operations: ${type("Operations")} = {
${operations.map((operation) => methodBody(operation, plan))}  };
  return Object.assign(client, operations);
}
`;
}

/** The client's type, and that of one which wraps secrets. */
function clientTypes(plan: PackagePlan): Code {
  const { client, model } = plan;
  const type = (suffix: string) => identifier(`${client}${suffix}`);
  const rawDoc = docComment({
    summary:
      "The openapi-fetch client underneath. Its requests have the same credentials, limits and retries as operations.",
  });
  const raw = code`{\n${rawDoc}readonly raw: RawClient<${type("Paths")}>;\n}`;
  const plain = code`${docComment({ summary: `A client of ${model.title}.` })}export type ${type("Client")} = ${type("Core")} & ${type("Operations")} & ${raw};\n`;
  if (!hasWrappedAnswers(plan)) return plain;
  const doc = docComment({
    summary: `A {@link ${client}Client} that was made with \`wrapSecrets: true\`: each secret in its answers is a \`Secret\`.`,
  });
  return code`${plain}
${doc}export type ${type("WrappingClient")} = ${type("Core")} & WrapsSecrets & ${type("Operations")}<WrapsSecrets> & Pick<${type("Client")}, "raw">;\n`;
}

/** Callers need not give options where there is an environment to choose. */
function fallback({ model }: PackagePlan): Code {
  return model.servers.length > 0 ? code` = {}` : nothing;
}

/**
 * The arguments and the type of the factory. Where secrets can be wrapped, the option tells the client's type: callers see a
 * signature that asks for it, and one more is for the body, which need not know.
 */
function factorySignature(plan: PackagePlan): Code {
  const type = (suffix: string) => identifier(`${plan.client}${suffix}`);
  const [options, plain, wrapping] = [
    type("ClientOptions"),
    type("Client"),
    type("WrappingClient"),
  ];
  if (!hasWrappedAnswers(plan)) return code`(options: ${options}${fallback(plan)}): ${plain}`;
  const mark = plan.model.servers.length > 0 ? code`?` : nothing;
  const doc = docComment({
    summary:
      "Gives the secrets in answers as `Secret`s, and the client a type that says so. Default false.",
  });
  return code`<Wraps extends boolean | undefined = false>(options${mark}: ${options} & {\n${doc}wrapSecrets?: Wraps\n}): Wraps extends true ? ${wrapping} : ${plain};
export function ${identifier(`create${plan.client}Client`)}(options: ${options}${fallback(plan)}): ${plain} | ${wrapping}`;
}

function clientImports(plan: PackagePlan): Code {
  const { client, operations } = plan;
  const functions = operations.map(({ functionName, fileName }) => {
    const path = literal(`./operations/${fileName}.js`);
    return code`import { ${identifier(functionName)} } from ${path};\n`;
  });
  const isEmpty = operations.length === 0;
  const callTypes = isEmpty ? nothing : code`, type Call, type CallOptions`;
  const own = [
    ...["ClientOptions", "Core", "CoreOptions", ...(isEmpty ? [] : ["Credentials"])].map(
      (suffix) => client + suffix,
    ),
    ...wrappingTypeNames(plan),
  ];
  const wraps = hasWrappedAnswers(plan) ? code`, type WrapsSecrets` : nothing;
  return code`import { createClient as createCore, createFullClient${callTypes}, type RawClient${wraps} } from ${literal(RUNTIME)};
import { definition, details, ${own.map((name) => code`type ${identifier(name)}, `)}} from "./definition.js";
${functions}${aliasImports(plan)}${importTypes([`${client}Paths`], "./paths.js")}${importUses(signatureTypes(plan), plan, "./")}`;
}

/** Types that operation files declare themselves. */
function aliasImports({ operations }: PackagePlan): Code {
  return code`${operations.map((operation) => {
    const own = new Set(ownTypes(operation));
    const names = signatureNames(operation).filter((name) => own.has(name));
    return importTypes(names, `./operations/${operation.fileName}.js`);
  })}`;
}

function signatureTypes({ operations }: PackagePlan): TypeUse[] {
  return operations.flatMap((operation) => {
    const own = new Set(ownTypes(operation));
    const names = signatureNames(operation).filter((name) => !own.has(name));
    const errors = isUnknown(operation.errorTypes) ? [] : operation.errorTypes;
    return [...names.map((name): TypeUse => ({ kind: "named", name })), ...errors];
  });
}

function methodSignature(
  operation: OperationPlan,
  plan: PackagePlan,
  example: Code | undefined,
): Code {
  const doc = docComment({
    ...operationDoc(operation, plan.model, false),
    example: example && sourceLines(example),
  });
  const name = identifier(operation.functionName);
  return code`${doc}${name}${typeParameters(operation)}(${parameters(operation, plan, "signature")}): ${callType(operation, plan)};\n`;
}

function methodBody(operation: OperationPlan, { client }: PackagePlan): Code {
  const name = identifier(operation.functionName);
  const first = operation.form === "body" ? code`body` : code`input`;
  const { givesSecrets, bodies, answers } = operation;
  // To infer it costs the compiler more than all else in the file.
  const core =
    givesSecrets && !bodies && !answers ? code`<${identifier(`${client}Core`)}>` : nothing;
  return code`${name}: (${first}, options) => ${name}${core}(client, ${first}, options),\n`;
}
