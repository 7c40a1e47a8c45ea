import type { Report } from "../check/report.js";
import type { BundledDocument } from "../load/bundle.js";
import { getEntries, getList, getString, isObject, type JsonObject } from "../load/data.js";
import type { ApiModel, Server } from "../model/api-model.js";
import type { Location } from "../problem.js";

/** Where the API is, as far as its document says. */
type Servers = Pick<ApiModel, "servers" | "relativeServer">;

/**
 * The servers that can be chosen by name: `x-name`, else OpenAPI 3.2's `name`, else the description
 * as a slug. One that is relative to the document (OpenAPI 3.1, 4.8.5) gives no base URL: where there
 * is no other, the caller has to.
 */
export function readServers(document: BundledDocument, report: Report): Servers {
  const servers: Server[] = [];
  let relativeServer: string | undefined;
  for (const [index, server] of getList(document.root, "servers").entries()) {
    if (!isObject(server)) continue;
    const url = fillVariables(server);
    if (url === undefined) continue;
    if (!/^https?:\/\//i.test(url)) {
      relativeServer ??= relativePath(url);
      warnOfServer(url, document.locate(server), report);
      continue;
    }
    const description = getString(server, "description");
    const wanted = getString(server, "x-name") ?? getString(server, "name") ?? slug(description);
    const base = url.replace(/\/+$/, "");
    const given = wanted || (index === 0 ? "default" : `server${index + 1}`);
    if (servers.some((other) => other.url === base && other.name === given)) continue;
    const name = freeName(given, servers);
    if (name !== given) {
      const message = `Another server is called "${given}" already, so that this one is called "${name}".`;
      report.warning(document.locate(server), message, "Give each an x-name of its own.");
    }
    servers.push({ name, url: base, description });
  }
  return { servers, relativeServer: servers.length === 0 ? relativeServer : undefined };
}

function freeName(wanted: string, servers: readonly Server[]): string {
  let name = wanted;
  for (let count = 2; servers.some((other) => other.name === name); count += 1) {
    name = `${wanted}-${count}`;
  }
  return name;
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

/** Server variables stand at their defaults (OpenAPI 3.1, 4.8.6). */
function fillVariables(server: JsonObject): string | undefined {
  let url = getString(server, "url");
  for (const [name, variable] of getEntries(server, "variables")) {
    url = url?.replaceAll(`{${name}}`, getString(variable, "default") ?? "");
  }
  return url;
}

function slug(text: string | undefined): string {
  return (text ?? "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
