import type { ApiModel, CredentialScheme } from "../model/api-model.js";
import type { PackagePlan } from "../plan/package-plan.js";
import { RUNTIME_RANGE } from "../versions.js";
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
import { importTypes, importValues, RUNTIME } from "./imports.js";
import { hasWrappedAnswers, wrappingTypes } from "./wrapped-answers.js";
import { credentialDefinitions, credentialImports } from "./credential-definitions.js";
import {
  fillServer,
  hasServerVariables,
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
  const wrapping = hasWrappedAnswers(plan) ? ["AnswerOf"] : [];
  const values = [
    ...credentialImports(model.credentials),
    ...(hasServerVariables(model) ? ["serverVariables"] : []),
  ];
  return code`${importValues(values, RUNTIME)}${importTypes(["Client", "ClientDefinition", "ClientDetails", "ClientOptions", "CoreOptions", ...credential, ...wrapping], RUNTIME)}${importTypes([`${client}Paths`], "./paths.js")}
${environmentType(model, client)}
${serverVariablesType(model, client)}${credentialsType(model, client)}
${optionsType(model, client, "ClientOptions", `create${client}Client`, hasWrappedAnswers(plan))}
${optionsType(model, client, "CoreOptions", "createClient")}
${docComment({ summary: "A client without methods: what the standalone operations take." })}export type ${identifier(`${client}Core`)} = Client<${identifier(`${client}Paths`)}>;

${wrappingTypes(plan)}${docComment({ description: "What the operations share. The runtime reads it; callers have no need to." })}export const definition = ${definition(model)} as const satisfies ClientDefinition;

${docComment({ description: `What the features of {@link create${client}Client} know besides.` })}export const details = ${objectLiteral(literals(details(model, userAgent)))} as const satisfies ClientDetails;
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
    summary: `Credentials of ${model.title}: each a string, a \`Secret\`, or a function that gives one for each attempt.`,
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
function whatItIs({ in: place, key, encode }: CredentialScheme): string {
  if (encode === "basic") return `User and password as \`user:password\`, sent as \`${key}\`.`;
  if (encode === "bearer") return `Bearer token, sent as \`${key}\`.`;
  const where = place === "query" ? "query parameter" : place;
  return `API key, sent in the ${where} \`${key}\`.`;
}

function optionsType(
  model: ApiModel,
  client: string,
  kind: "ClientOptions" | "CoreOptions",
  factory: string,
  wraps = false,
): Code {
  const environment = identifier(`${client}Environment`);
  const credentials = identifier(`${client}Credentials`);
  const baseUrl =
    model.servers.length > 0 ? nothing : code`${docComment(baseUrlDoc(model))}baseUrl: string;\n`;
  const members = code`${baseUrl}${serverVariablesOption(model, client)}`;
  const doc = docComment({ summary: `Options of {@link ${factory}}.` });
  const all = code`${identifier(kind)}<${environment}, ${credentials}>`;
  // The factory has the option: it tells the client's type, which options of any kind could not.
  const base = wraps ? code`Omit<${all}, "wrapSecrets">` : all;
  return code`${doc}export interface ${identifier(client + kind)} extends ${base} {\n${members}}\n`;
}

function baseUrlDoc({ relativeServer }: ApiModel): Doc {
  if (relativeServer === undefined) {
    return { summary: "Where the API is: its document names no server." };
  }
  return {
    summary: `Where the API is. The document's server is relative and ends in \`${relativeServer}\`: give the whole base URL with it.`,
  };
}

/** Which HTTP status an API code counts as when its class of error is chosen; 0 is of no special class. */
const STATUS_OF: Readonly<Record<string, number>> = {
  AuthenticationError: 401,
  NotFoundError: 404,
  RateLimitError: 429,
};

function definition(model: ApiModel): Code {
  const { errors } = model;
  const classes = [...errors.classes].map(([api, name]) => [api, STATUS_OF[name] ?? 0] as const);
  return objectLiteral([
    ...literals({
      runtime: RUNTIME_RANGE,
      envPrefix: model.envPrefix,
      environments: fromEntries(model.servers.map(({ name, url }) => [name, url])),
    }),
    ...fillServer(model),
    ["credentials", credentialDefinitions(model.credentials)],
    ...literals({
      security: model.security,
      headers: fromEntries(model.defaultHeaders.map(({ name, value }) => [name, value])),
      errors: {
        code: errors.codePath,
        requestId: errors.requestIdPath,
        requestIdHeader: errors.requestIdHeader,
        classes: classes.length === 0 ? undefined : fromEntries(classes),
      },
    }),
  ]);
}

/** The members of an object that are there, as code. */
function literals(data: object): [string, Code][] {
  return Object.entries(data).flatMap(([key, value]): [string, Code][] =>
    value === undefined ? [] : [[key, literal(value)]],
  );
}

function details({ sensitive, credentials }: ApiModel, userAgent: string | undefined): object {
  const fields = credentials.flatMap(({ name, bodyField }) =>
    bodyField === undefined ? [] : [[name, bodyField] as const],
  );
  return { userAgent, sensitive, bodyFields: fromEntries(fields) };
}

/** `Object.fromEntries` defines members, so that no key is special. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(entries);
}
