import type { Report } from "../check/report.js";
import type { BundledDocument } from "../load/bundle.js";
import { get, getList, getObject, getString, isObject, type JsonObject } from "../load/data.js";
import type { FoundOperation } from "../load/list-operations.js";
import type { ApiModel, Operation, Server, ServerVariable } from "../model/api-model.js";
import { Numbering } from "../numbering.js";
import type { Location } from "../problem.js";

/** Where the API is, as far as its document says. */
type Servers = Pick<ApiModel, "servers" | "relativeServer">;

/**
 * The servers that can be chosen by name: `x-name`, else OpenAPI 3.2's `name`, else the description
 * as a slug. One that is relative to the document (OpenAPI 3.1, 4.8.5) gives no base URL: where there
 * is no other, the caller has to. Where the document has none at all, those of its first operation
 * that has some stand for it.
 */
export function readServers(
  document: BundledDocument,
  operations: readonly Operation[],
  report: Report,
): Servers {
  const given = getList(document.root, "servers");
  if (given.length === 0) {
    const servers = operations.find((one) => one.servers.length > 0)?.servers ?? [];
    return { servers, relativeServer: undefined };
  }
  return readList(document, given, report);
}

/** The servers of an operation or its path, with their variables at their defaults. */
export function readOwnServers(
  document: BundledDocument,
  { pathItem, operation }: FoundOperation,
  report: Report,
): readonly Server[] {
  const own = [operation, pathItem].map((owner) => getList(owner, "servers"));
  const given = own.find((list) => list.length > 0) ?? [];
  const { servers } = readList(document, given, report);
  return servers.flatMap(({ variables, ...server }) => {
    if (variables.some((variable) => variable.default === undefined)) return [];
    const url = fillVariables(server.url, variables).replace(/\/+$/, "");
    return [{ ...server, url, variables: [] }];
  });
}

function readList(document: BundledDocument, given: readonly unknown[], report: Report): Servers {
  const servers: Server[] = [];
  const names = new Set<string>();
  const seen = new Set<string>();
  const numbering = new Numbering();
  let relativeServer: string | undefined;
  for (const [index, server] of given.entries()) {
    if (!isObject(server)) continue;
    const template = getString(server, "url");
    if (template === undefined) continue;
    const variables = readVariables(server, template);
    const [first] = variables;
    if (first?.default === undefined && template.startsWith(`{${first?.name}}`)) {
      warnOfVariable(template, first?.name ?? "", document.locate(server), report);
      continue;
    }
    const url = fillVariables(template, variables);
    if (!/^https?:\/\//i.test(url)) {
      relativeServer ??= relativePath(url);
      warnOfServer(url, document.locate(server), report);
      continue;
    }
    const description = getString(server, "description");
    const own = getString(server, "x-name") ?? getString(server, "name") ?? slug(description);
    const base = template.replace(/\/+$/, "");
    const wanted = own || (index === 0 ? "default" : `server${index + 1}`);
    const keyOf = (called: string) => JSON.stringify([base, called]);
    if (seen.has(keyOf(wanted))) continue;
    const isTaken = (name: string) => names.has(name);
    const name = isTaken(wanted) ? numbering.number(`${wanted}-`, isTaken) : wanted;
    names.add(name);
    seen.add(keyOf(wanted)).add(keyOf(name));
    if (name !== wanted) {
      const message = `Another server is called "${wanted}" already, so that this one is called "${name}".`;
      report.warning(document.locate(server), message, "Give each an x-name of its own.");
    }
    servers.push({ name, url: base, variables, description });
  }
  return { servers, relativeServer: servers.length === 0 ? relativeServer : undefined };
}

/** The variables in a URL (OpenAPI 3.1, 4.8.6), described or not. */
function readVariables(server: JsonObject, url: string): ServerVariable[] {
  const names = new Set([...url.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name));
  return [...names].map((name) => {
    const variable = getObject(getObject(server, "variables"), name);
    const values = getList(variable, "enum").flatMap(asText);
    return {
      name,
      // Some documents repeat the place itself.
      default: [...asText(get(variable, "default")), ...values].find((text) => !/[{}]/.test(text)),
      values,
      description: getString(variable, "description"),
    };
  });
}

/** YAML makes numbers of ports and versions. */
function asText(value: unknown): string[] {
  return ["string", "number", "boolean"].includes(typeof value) ? [String(value)] : [];
}

function fillVariables(url: string, variables: readonly ServerVariable[]): string {
  return url.replace(
    /\{([^{}]+)\}/g,
    (place, name) => variables.find((one) => one.name === name)?.default ?? place,
  );
}

function warnOfVariable(url: string, name: string, place: Location, report: Report): void {
  report.warning(
    place,
    `The server ${JSON.stringify(url)} begins with a variable without a default, so that it makes no environment.`,
    `Give ${JSON.stringify(name)} a default under "variables"; in a client without environments, callers give a baseUrl.`,
  );
}

/** The path that a relative URL stands for, as far as it has one: `/api/v2`. */
function relativePath(url: string): string | undefined {
  if (hasScheme(url)) return undefined;
  try {
    const { pathname } = new URL(url, "https://document.invalid");
    return pathname.replace(/\/+$/, "") || undefined;
  } catch {
    return undefined;
  }
}

function hasScheme(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(url);
}

function warnOfServer(url: string, place: Location, report: Report): void {
  if (hasScheme(url)) {
    const message = `The server ${JSON.stringify(url)} is no web address, so that it is left out.`;
    report.warning(place, message, "Write a URL that begins with https://.");
  } else if (relativePath(url) !== undefined) {
    const message = `The server ${JSON.stringify(url)} is relative, so that it makes no environment.`;
    const fix =
      "Write its whole URL; in a client without environments, callers give it as baseUrl.";
    report.warning(place, message, fix);
  }
}

/** The longest slug that is a name; a longer one is a sentence. */
const LONGEST_SLUG = 60;

function slug(text: string | undefined): string {
  const name = (text ?? "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return name.length > LONGEST_SLUG ? "" : name;
}
