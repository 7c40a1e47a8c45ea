import type { OperationOptions } from "../client-type.js";
import { didYouMean } from "../did-you-mean.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { ServerOptions } from "../environment/resolve-base-url.js";
import type { ClientOptions } from "../options.js";

/** What a value must be: the words for a message, the check, and whether a message may repeat a short word that is none of them. */
type Rule = readonly [expected: string, accepts: (value: unknown) => boolean, told?: true];

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const milliseconds: Rule = [
  "milliseconds, a number greater than 0",
  (value) => typeof value === "number" && value > 0,
];
const object: Rule = ["an object", isObject];
const method: Rule = ["a function", (value) => typeof value === "function"];
/** Of an option that takes what a function of this package makes. */
const made = (maker: string): Rule => [`a function, as ${maker}(...) makes it`, method[1]];
const flag: Rule = ["true or false", (value) => typeof value === "boolean"];
const text: Rule = ["a string", (value) => typeof value === "string"];

/** Headers of the connection and of the message's frame. They are for `fetch` to set: it fails with others. */
const fetchOwn = [
  "connection",
  "content-length",
  "expect",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
];

/** The options of one call, and what each must be. A forgotten one doesn't compile. */
export const callRules: { readonly [Name in keyof OperationOptions]-?: Rule } = {
  timeout: milliseconds,
  deadline: milliseconds,
  retries: [
    "a whole number, 0 or more",
    (value) => Number.isInteger(value) && (value as number) >= 0,
  ],
  signal: [
    "an AbortSignal",
    (value) => {
      const signal = Object(value) as Record<string, unknown>;
      return (
        typeof signal["aborted"] === "boolean" &&
        typeof signal["addEventListener"] === "function" &&
        typeof signal["removeEventListener"] === "function"
      );
    },
  ],
  headers: [
    `an object of headers, without ${fetchOwn.join(", ")}`,
    (value) =>
      isObject(value) &&
      !Object.keys(value instanceof Headers ? Object.fromEntries(value) : value).some((name) =>
        fetchOwn.includes(name.toLowerCase()),
      ),
  ],
  credentials: object,
  params: object,
};

const { signal: _, params: __, ...shared } = callRules;

/** The options of a client, and what each must be. */
export const clientRules: { readonly [Name in keyof (ClientOptions & ServerOptions)]-?: Rule } = {
  ...shared,
  environment: text,
  baseUrl: text,
  credentialPlacement: [
    '"header" or "body"',
    (value) => value === "header" || value === "body",
    true,
  ],
  maxRetryDelay: [
    "milliseconds, a number, 0 or more",
    (value) => typeof value === "number" && value >= 0,
  ],
  retryBudget: ["a number, 0 or more", (value) => typeof value === "number" && value >= 0],
  fetch: method,
  hooks: object,
  logger: object,
  logLevel: [
    '"debug", "info", "warn", "error" or "off"',
    (value) => /^(debug|info|warn|error|off)$/.test(String(value)),
    true,
  ],
  concurrency: made("concurrency"),
  rateLimit: made("rateLimit"),
  tracing: made("openTelemetry"),
  serverVariables: object,
  wrapSecrets: flag,
  dangerouslyAllowBrowser: flag,
};

/** What kind of value it is, not the value: it may be a secret in the wrong place. */
function kind(value: unknown, told?: boolean): string {
  if (told && typeof value === "string" && /^\w{0,12}$/.test(value)) return JSON.stringify(value);
  if (typeof value === "number") return `the number ${value}`;
  return value === null
    ? "null"
    : Array.isArray(value)
      ? "an array"
      : `a value of type ${typeof value}`;
}

/**
 * Refuses options that are misspelt or of the wrong kind, as callers without a type checker may give.
 *
 * @param options What the caller gave. Options that are undefined count as absent.
 * @param rules {@link callRules} or {@link clientRules}.
 * @throws ConfigurationError Naming the option, what it was and what it must be.
 */
export function checkOptions(options: object, rules: Readonly<Record<string, Rule>>): void {
  if (!isObject(options))
    throw new ConfigurationError(`Options must be an object, and are ${kind(options)}.`);
  for (const [name, value] of Object.entries(options) as [string, unknown][]) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) {
      const known = Object.keys(rules);
      throw new ConfigurationError(
        `There is no option ${JSON.stringify(name)}.${didYouMean(name, known)} Options are: ${known.join(", ")}.`,
      );
    }
    if (value !== undefined && !rule[1](value)) {
      throw new ConfigurationError(
        `Option ${name} must be ${rule[0]}, and is ${kind(value, rule[2])}.`,
      );
    }
  }
}
