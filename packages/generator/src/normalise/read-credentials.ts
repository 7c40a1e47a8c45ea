import { get, getEntries, getObject, getString, isObject, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { CredentialScheme, DefaultHeader } from "../model/api-model.js";

/** Security schemes, told apart by whether a caller has to give a value. */
export interface SecuritySchemes {
  readonly credentials: readonly CredentialScheme[];
  readonly defaultHeaders: readonly DefaultHeader[];
}

/** Reads the security schemes. An apiKey header with `x-default` is a header that everyone sends, no credential. */
export function readSecuritySchemes(root: JsonObject): SecuritySchemes {
  const credentials: CredentialScheme[] = [];
  const defaultHeaders: DefaultHeader[] = [];
  for (const [name, given] of getEntries(getObject(root, "components"), "securitySchemes")) {
    const scheme = resolveReference(root, given);
    if (!isObject(scheme)) continue;
    const value = getString(scheme, "x-default");
    const header = getString(scheme, "name");
    if (value !== undefined && header !== undefined && get(scheme, "in") === "header") {
      defaultHeaders.push({ name: header, value });
      continue;
    }
    const credential = readCredential(name, scheme);
    if (credential) credentials.push(credential);
  }
  return { credentials, defaultHeaders };
}

function readCredential(name: string, scheme: JsonObject): CredentialScheme | undefined {
  const common = {
    name,
    bodyField: getString(scheme, "x-body-field"),
    env: getString(scheme, "x-env"),
    description: getString(scheme, "description"),
  };
  const authorization = { ...common, in: "header" as const, key: "Authorization" };
  switch (getString(scheme, "type")) {
    case "apiKey":
      return {
        ...common,
        in: getString(scheme, "in") as CredentialScheme["in"],
        key: getString(scheme, "name") ?? name,
        encode: undefined,
      };
    case "http":
      switch (getString(scheme, "scheme")?.toLowerCase()) {
        case "basic":
          return { ...authorization, encode: "basic" };
        case "bearer":
          return { ...authorization, encode: "bearer" };
        default:
          return undefined;
      }
    case "oauth2":
    case "openIdConnect":
      // How a token is got is the caller's affair; it travels as RFC 6750 says.
      return { ...authorization, encode: "bearer" };
    default:
      return undefined;
  }
}

/**
 * A `security` list as alternatives of credential names. Names that take no credential (a default
 * header, mutual TLS) drop out of their alternative. One that needs nothing comes last, wherever it
 * stands: the runtime takes the first that is there, and who gives a credential wants it sent.
 */
export function readSecurity(
  owner: JsonObject,
  schemes: SecuritySchemes,
): readonly (readonly string[])[] | undefined {
  const security = get(owner, "security");
  if (!Array.isArray(security)) return undefined;
  const known = new Set(schemes.credentials.map(({ name }) => name));
  const alternatives = security
    .filter(isObject)
    .map((one) => Object.keys(one).filter((name) => known.has(name)));
  return [
    ...alternatives.filter((names) => names.length > 0),
    ...alternatives.filter((names) => names.length === 0),
  ];
}
