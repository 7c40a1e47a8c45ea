import type { ClientDefinition, ClientDetails } from "../definition.js";

/** Names of headers and of parameters of the query whose values are not shown. A value too short to be searched for is known by them alone. */
export function hiddenNames(
  definition: ClientDefinition,
  { sensitive }: ClientDetails,
): ReadonlySet<string> {
  const own = Object.values(definition.credentials).map(({ name }) => name);
  const names = [...sensitive, ...own];
  return new Set([
    ...names,
    ...names.map((name) => name.toLowerCase()),
    "authorization",
    "proxy-authorization",
    "cookie",
    "set-cookie",
  ]);
}
