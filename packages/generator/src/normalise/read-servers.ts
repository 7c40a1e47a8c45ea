import type { Report } from "../check/report.js";
import type { BundledDocument } from "../load/bundle.js";
import { getEntries, getList, getString, isObject, type JsonObject } from "../load/data.js";
import type { Server } from "../model/api-model.js";

/**
 * The servers that can be chosen by name: `x-name`, else OpenAPI 3.2's `name`, else the description
 * as a slug. One that is relative to the document (OpenAPI 3.1, 4.8.5) gives no base URL, so that
 * the caller has to.
 */
export function readServers(document: BundledDocument, report: Report): Server[] {
  const servers: Server[] = [];
  for (const [index, server] of getList(document.root, "servers").entries()) {
    if (!isObject(server)) continue;
    const url = fillVariables(server);
    if (url === undefined || !/^https?:\/\//i.test(url)) continue;
    const description = getString(server, "description");
    const wanted = getString(server, "x-name") ?? getString(server, "name") ?? slug(description);
    const name = wanted || (index === 0 ? "default" : `server${index + 1}`);
    if (servers.some((other) => other.name === name)) {
      const message = `Two servers are called "${name}".`;
      report.error(document.locate(server), message, "Give each an x-name of its own.");
      continue;
    }
    servers.push({ name, url: url.replace(/\/+$/, ""), description });
  }
  return servers;
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
