import type { ParameterValues } from "./parameter-style.js";

/** Makes the `Cookie` header: values as text, percent-encoded. Those that are null or undefined are left out. */
export function plainCookies(values: ParameterValues): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join("; ");
}
