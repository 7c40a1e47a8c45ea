import type { ApiModel, ServerVariable } from "../model/api-model.js";
import { type Code, code, identifier, join, literal, nothing, propertyKey } from "./code.js";
import { docComment } from "./doc-comment.js";

/** Whether callers can choose parts of a server's URL. */
export function hasServerVariables({ servers }: ApiModel): boolean {
  return servers.some(({ variables }) => variables.length > 0);
}

/** The type of the option `serverVariables`. */
export function serverVariablesType(model: ApiModel, client: string): Code {
  if (!hasServerVariables(model)) return nothing;
  const byName = new Map<string, ServerVariable[]>();
  for (const variable of model.servers.flatMap(({ variables }) => variables)) {
    byName.set(variable.name, [...(byName.get(variable.name) ?? []), variable]);
  }
  const members = [...byName].map(
    ([name, same]) =>
      code`${docComment({
        description: same.find(({ description }) => description !== undefined)?.description,
        tags: defaultTag(same),
      })}${propertyKey(name)}?: ${valueType(same)} | undefined;\n`,
  );
  const doc = docComment({
    summary: `Parts of the base URLs of ${model.title} that can be chosen, each by the environments that have it.`,
  });
  return code`${doc}export interface ${identifier(`${client}ServerVariables`)} {\n${members}}\n\n`;
}

/** Several environments may have several defaults; then each URL tells its own. */
function defaultTag(same: readonly ServerVariable[]): [string, string][] {
  const defaults = new Set(same.map((variable) => variable.default));
  const [only] = defaults;
  return defaults.size === 1 && only !== undefined ? [["default", JSON.stringify(only)]] : [];
}

function valueType(same: readonly ServerVariable[]): Code {
  if (same.some(({ values }) => values.length === 0)) return code`string`;
  const values = [...new Set(same.flatMap((variable) => variable.values))];
  return join(
    values.map((value) => literal(value)),
    code` | `,
  );
}

/** The member of the client's options. */
export function serverVariablesOption(model: ApiModel, client: string): Code {
  if (!hasServerVariables(model)) return nothing;
  const doc = docComment({
    summary: "Parts of the environment's base URL. A `baseUrl` stands in place of all of it.",
  });
  return code`${doc}readonly serverVariables?: ${identifier(`${client}ServerVariables`)} | undefined;\n`;
}

/** The member of the definition. */
export function fillServer(model: ApiModel): [string, Code][] {
  if (!hasServerVariables(model)) return [];
  const environments = model.servers.flatMap(({ name, variables }) =>
    variables.length === 0
      ? []
      : [[name, Object.fromEntries(variables.map((one) => [one.name, describe(one)]))] as const],
  );
  const value = code`serverVariables(${literal(Object.fromEntries(environments))})`;
  return [["serverVariables", value]];
}

function describe(variable: ServerVariable): object {
  return {
    default: variable.default,
    enum: variable.values.length > 0 ? variable.values : undefined,
  };
}
