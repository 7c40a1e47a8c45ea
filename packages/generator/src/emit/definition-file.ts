import type { ApiModel, CredentialScheme } from "../model/api-model.js";
import type { PackagePlan } from "../plan/package-plan.js";
import { GENERATOR_VERSION, RUNTIME_RANGE } from "../versions.js";
import {
  type Code,
  code,
  identifier,
  join,
  literal,
  nothing,
  objectLiteral,
  propertyKey,
} from "./code.js";
import { type Doc, docComment } from "./doc-comment.js";
import { importTypes, RUNTIME } from "./imports.js";
import { hasWrappedAnswers, wrappingTypes } from "./wrapped-answers.js";
import { pathOrName } from "./path-or-name.js";
import {
  fillServer,
  importFillServer,
  serverVariablesOption,
  serverVariablesType,
} from "./server-variables.js";

/**
 * What all operations of the client share: environments, credentials, errors.
 *
 * @param userAgent what the package calls itself in the header `User-Agent`.
 */
export function definitionFile(plan: PackagePlan, userAgent: string | undefined): Code {
  const { model, client } = plan;
  const credential = model.credentials.length > 0 ? ["Credential"] : [];
  const wrapping = hasWrappedAnswers(plan) ? ["AnswerOf", "WrapsSecrets"] : [];
  const clientName = `create${client}Client`;
  const members = Object.entries(definition(model, userAgent)).flatMap(
    ([key, value]): [string, Code][] => (value === undefined ? [] : [[key, literal(value)]]),
  );
  return code`${importFillServer(model)}${importTypes(["Client", "ClientDefinition", "ClientOptions", ...credential, ...wrapping], RUNTIME)}${importTypes([`${client}Paths`], "./paths.js")}
${environmentType(model, client)}
${serverVariablesType(model, client)}${credentialsType(model, client)}
${docComment({ summary: `Options of {@link ${clientName}} and {@link createClient}.` })}${optionsType(model, client)}
${docComment({ summary: "A client without methods: what the standalone operations take." })}export type ${identifier(`${client}Core`)} = Client<${identifier(`${client}Paths`)}>;

${wrappingTypes(plan)}${docComment({ description: "What the operations share. The runtime reads it; callers have no need to." })}export const definition = ${objectLiteral([...members, ...fillServer(model)])} as const satisfies ClientDefinition;
`;
}

function environmentType(model: ApiModel, client: string): Code {
  const name = identifier(`${client}Environment`);
  const names = model.servers.map((server) => server.name);
  const doc = docComment({
    summary: `The environments of ${model.title}, each with its base URL.`,
    facts: model.servers.map(({ name: server, url, description }) =>
      description === undefined
        ? `- \`${server}\`: ${url}`
        : `- \`${server}\`: ${url}. ${description}`,
    ),
  });
  if (names.length === 0) return code`${doc}export type ${name} = never;\n`;
  return code`${doc}export type ${name} = ${join(
    names.map((one) => literal(one)),
    code` | `,
  )};\n`;
}

function credentialsType(model: ApiModel, client: string): Code {
  const members = model.credentials.map(
    (credential) =>
      code`${docComment(credentialDoc(credential))}${propertyKey(credential.name)}?: Credential;\n`,
  );
  const doc = docComment({
    summary: `Credentials of ${model.title}: each a string, or a function that gives one for each attempt.`,
  });
  return code`${doc}export interface ${identifier(`${client}Credentials`)} {\n${members}}\n`;
}

function credentialDoc(credential: CredentialScheme): { description: string; facts: string[] } {
  const { description, env } = credential;
  return {
    description: description?.trim() || whatItIs(credential),
    facts:
      env === undefined
        ? []
        : [`Read from the environment variable \`${env}\` where it is absent.`],
  };
}

/** For a scheme that says nothing of itself. */
function whatItIs({ in: place, key, prefix, base64 }: CredentialScheme): string {
  if (base64) return `User and password as \`user:password\`, sent as \`${key}\`.`;
  if (prefix !== undefined) return `${prefix.trim()} token, sent as \`${key}\`.`;
  const where = place === "query" ? "query parameter" : place;
  return `API key, sent in the ${where} \`${key}\`.`;
}

function optionsType(model: ApiModel, client: string): Code {
  const name = identifier(`${client}ClientOptions`);
  const environment = identifier(`${client}Environment`);
  const credentials = identifier(`${client}Credentials`);
  const baseUrl =
    model.servers.length > 0 ? nothing : code`${docComment(baseUrlDoc(model))}baseUrl: string;\n`;
  const members = code`${baseUrl}${serverVariablesOption(model, client)}`;
  return code`export interface ${name} extends ClientOptions<${environment}, ${credentials}> {\n${members}}\n`;
}

function baseUrlDoc({ relativeServer }: ApiModel): Doc {
  if (relativeServer === undefined) {
    return { summary: "Where the API is: its document names no server." };
  }
  return {
    summary: `Where the API is. The document's server is relative and ends in \`${relativeServer}\`: give the whole base URL with it.`,
  };
}

function definition(model: ApiModel, userAgent: string | undefined): object {
  const { errors } = model;
  return {
    runtime: RUNTIME_RANGE,
    generator: GENERATOR_VERSION,
    name: model.clientName,
    userAgent,
    envPrefix: model.envPrefix,
    environments: fromEntries(model.servers.map(({ name, url }) => [name, url])),
    credentials: fromEntries(
      model.credentials.map((credential) => [credential.name, credentialDefinition(credential)]),
    ),
    security: model.security,
    headers: fromEntries(model.defaultHeaders.map(({ name, value }) => [name, value])),
    errors: {
      code: pathOrName(errors.codePath),
      requestId: pathOrName(errors.requestIdPath),
      requestIdHeader: errors.requestIdHeader,
      classes: errors.classes.size === 0 ? undefined : fromEntries([...errors.classes]),
    },
    sensitive: model.sensitive,
  };
}

function credentialDefinition(credential: CredentialScheme): object {
  return {
    in: credential.in,
    name: credential.key,
    prefix: credential.prefix,
    encode: credential.base64 ? "base64" : undefined,
    bodyField: credential.bodyField,
    env: credential.env,
  };
}

/** `Object.fromEntries` defines members, so that no key is special. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(entries);
}
