import { getString, type JsonObject } from "../../../load/data.js";

/**
 * What is sent of a security scheme, as one text: schemes of another name and the same shape take the same credentials.
 *
 * @param name what it is called, for one that is described nowhere.
 */
export function shapeOf(scheme: JsonObject | undefined, name: string): string {
  if (scheme === undefined) return `unknown ${name}`;
  const type = getString(scheme, "type");
  switch (type) {
    case "apiKey":
      return [type, getString(scheme, "in"), headerName(scheme)].join(" ");
    case "http":
      return [type, getString(scheme, "scheme")?.toLowerCase()].join(" ");
    case "oauth2":
    case "openIdConnect":
      // Two of a kind can ask different authorities, which their names tell apart.
      return `${type} ${name}`;
    default:
      return `${type} ${name}`;
  }
}

function headerName(scheme: JsonObject): string | undefined {
  const name = getString(scheme, "name");
  return getString(scheme, "in") === "header" ? name?.toLowerCase() : name;
}
