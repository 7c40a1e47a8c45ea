import { redact } from "../credentials/redact.js";
import type { ClientDetails } from "../definition.js";
import { Secret } from "../secret.js";
import type { Feature } from "./feature.js";

/** Gives the strings of answers that the API's definition calls sensitive as {@link Secret}s. */
export function wrapping({ sensitive }: ClientDetails): Feature {
  const names = new Set(sensitive);
  return (client) => {
    client.wrap = (data) => redact(data, names, wrap);
  };
}

function wrap(value: unknown): unknown {
  if (typeof value === "string") return new Secret(value);
  return Array.isArray(value) ? value.map(wrap) : redact(value, { has: () => true }, wrap);
}
