import { getEntries, getObject, getString, type JsonObject } from "../../../load/data.js";
import type { Side } from "../side.js";

/** A security scheme of a document. */
export interface Scheme {
  readonly name: string;
  readonly object: JsonObject;
}

/** The security schemes of a document by name. */
export function readSchemes(side: Side): ReadonlyMap<string, Scheme> {
  const found = new Map<string, Scheme>();
  for (const [name, given] of getEntries(getObject(side.root, "components"), "securitySchemes")) {
    const object = side.object(given);
    if (object) found.set(name, { name, object });
  }
  return found;
}

/**
 * Finds for each scheme of the new document the old one of its name, else one that takes the same credentials: what it is
 * called is nowhere in a request.
 *
 * @returns new names to old names.
 */
export function matchSchemes(
  old: ReadonlyMap<string, Scheme>,
  now: ReadonlyMap<string, Scheme>,
): ReadonlyMap<string, string> {
  const matched = new Map<string, string>();
  for (const { name, object } of now.values()) {
    const identity = identityOf(object);
    const same =
      old.get(name) ?? [...old.values()].find((one) => identityOf(one.object) === identity);
    if (same) matched.set(name, same.name);
  }
  return matched;
}

/** How credentials are sent: `apiKey header x-key`. */
export function kindOf(scheme: JsonObject): string {
  const type = getString(scheme, "type") ?? "of no type";
  if (type === "http") return `${type} ${getString(scheme, "scheme")?.toLowerCase()}`;
  if (type !== "apiKey") return type;
  const place = getString(scheme, "in");
  const name = getString(scheme, "name");
  return `${type} ${place} ${place === "header" ? name?.toLowerCase() : name}`;
}

/** The same, and who gives them out. */
function identityOf(scheme: JsonObject): string {
  const urls = getEntries(scheme, "flows").map(
    ([flow, one]) => `${flow} ${getString(one, "tokenUrl") ?? getString(one, "authorizationUrl")}`,
  );
  return [kindOf(scheme), getString(scheme, "openIdConnectUrl"), ...urls].join("\n");
}
