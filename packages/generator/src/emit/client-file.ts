import type { OperationPlan, PackagePlan, TypeUse } from "../plan/package-plan.js";
import { type Code, code, identifier, literal, nothing, sourceLines } from "./code.js";
import { docComment } from "./doc-comment.js";
import { importTypes, importUses, isUnknown, RUNTIME } from "./imports.js";
import { callType, ownTypes, parameters, signatureNames } from "./operation-file.js";
import { typeParameters } from "./media-choices.js";
import { operationDoc } from "./operation-docs.js";

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
  const type = (suffix: string) => identifier(`${client}${suffix}`);
  const factory = identifier(`create${client}Client`);
  const coreDoc = docComment({
    summary: "Makes a client without methods, for the operations that are imported one by one.",
    description: "A bundle then carries those operations alone.",
    tags: [
      [
        "param",
        "options - see {@link " +
          `${client}ClientOptions` +
          "}; what is absent comes from the environment.",
      ],
      [
        "throws",
        "{@link ConfigurationError} if the environment is not known or an option is wrong.",
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
  const optional = model.servers.length > 0 ? code` = {}` : code``;
  return code`${clientImports(plan)}
${docComment({ summary: `The operations of ${model.title}.` })}export interface ${type("Operations")} {
${operations.map((operation) => methodSignature(operation, plan, exampleOf(operation)))}}

${docComment({ summary: `A client of ${model.title}.` })}export type ${type("Client")} = ${type("Core")} & ${type("Operations")};

${coreDoc}export function createClient(options: ${type("ClientOptions")}${optional}): ${type("Core")} {
  return createCore<${type("Paths")}>(definition, options);
}

${factoryDoc}export function ${factory}(options: ${type("ClientOptions")}${optional}): ${type("Client")} {
  const client = createClient(options);
  const operations: ${type("Operations")} = {
${operations.map(methodBody)}  };
  return Object.assign(client, operations);
}
`;
}

function clientImports(plan: PackagePlan): Code {
  const { client, operations } = plan;
  const functions = operations.map(({ functionName, fileName }) => {
    const path = literal(`./operations/${fileName}.js`);
    return code`import { ${identifier(functionName)} } from ${path};\n`;
  });
  const isEmpty = operations.length === 0;
  const callTypes = isEmpty ? nothing : code`, type Call, type CallOptions`;
  const own = isEmpty ? ["ClientOptions", "Core"] : ["ClientOptions", "Core", "Credentials"];
  return code`import { createClient as createCore${callTypes} } from ${literal(RUNTIME)};
import { definition, ${own.map((suffix) => code`type ${identifier(client + suffix)}, `)}} from "./definition.js";
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
  return code`${doc}${name}${typeParameters(operation)}(${parameters(operation, plan, "signature")}): ${callType(operation)};\n`;
}

function methodBody(operation: OperationPlan): Code {
  const name = identifier(operation.functionName);
  const first = operation.form === "body" ? code`body` : code`input`;
  return code`${name}: (${first}, options) => ${name}(client, ${first}, options),\n`;
}
