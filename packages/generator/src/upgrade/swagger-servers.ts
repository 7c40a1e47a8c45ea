import { getList, getString, isObject, type JsonObject } from "../load/data.js";
import { isWeb } from "../load/address.js";

/**
 * Where a Swagger 2.0 document says that the API is (`host`, `basePath`, `schemes`). What it leaves out
 * is as the document itself was got; plain http is left out where https is to be had.
 *
 * @param address where the document is: a path or a URL.
 */
export function swaggerServers(root: JsonObject, address: string): readonly { url: string }[] {
  const own = isWeb(address) ? new URL(address) : undefined;
  const host = getString(root, "host") ?? own?.host;
  const basePath = getString(root, "basePath") ?? "";
  if (host === undefined) return basePath === "" ? [] : [{ url: basePath }];
  const given = getList(root, "schemes").filter(
    (scheme) => scheme === "http" || scheme === "https",
  );
  const scheme = schemeOf(given, own, getString(root, "host") === undefined);
  return [{ url: `${scheme}://${host}/${basePath.replace(/^\/+/, "")}` }];
}

function schemeOf(given: readonly unknown[], own: URL | undefined, isOwnHost: boolean): string {
  if (given.includes("https")) return "https";
  if (given.includes("http")) return "http";
  return isOwnHost && own ? own.protocol.replace(":", "") : "https";
}

/** Removes what {@link swaggerServers} has read. */
export function dropServers(root: JsonObject): void {
  for (const key of ["host", "basePath", "schemes"]) if (isObject(root)) delete root[key];
}
