import type { CredentialScheme } from "../model/api-model.js";
import { type Code, identifier, literal, objectLiteral } from "./code.js";

/** What puts a credential where it belongs; into headers the runtime puts it itself. */
const PUT = { header: undefined, query: "putInQuery", cookie: "putInCookie" } as const;

/** The credentials of a definition, by the names that callers see. */
export function credentialDefinitions(credentials: readonly CredentialScheme[]): Code {
  return objectLiteral(
    credentials.map((credential) => [credential.name, credentialDefinition(credential)]),
  );
}

/** The names of the runtime that stand in {@link credentialDefinitions}. */
export function credentialImports(credentials: readonly CredentialScheme[]): string[] {
  return credentials.flatMap(({ in: place, encode }) =>
    [PUT[place], encode].filter((name) => name !== undefined),
  );
}

function credentialDefinition({ in: place, key, encode, env }: CredentialScheme): Code {
  const put = PUT[place];
  return objectLiteral([
    // The runtime has all headers by their names in lower case.
    ["name", literal(place === "header" ? key.toLowerCase() : key)],
    ...(put ? [["put", identifier(put)] as const] : []),
    ...(encode ? [["encode", identifier(encode)] as const] : []),
    ...(env === undefined ? [] : [["env", literal(env)] as const]),
  ]);
}
