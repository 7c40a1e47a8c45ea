import { didYouMean } from "../did-you-mean.js";
import { ConfigurationError } from "../errors/configuration-error.js";

/** A variable in the URL of a server (OpenAPI 3.2, 4.7). */
export interface ServerVariable {
  /** What it is where the caller says nothing. When absent, the caller has to. */
  readonly default?: string;
  /** All values that it may have. When absent, any. */
  readonly enum?: readonly string[];
}

/**
 * Puts variables into the URL of an environment.
 *
 * @param environment Its name.
 * @param template Its URL, with places like `{region}`.
 * @param given The caller's variables.
 * @throws ConfigurationError When one is unknown, missing, none of its values, or would change another part of the URL.
 */
export type FillServer = (
  environment: string,
  template: string,
  given: object | undefined,
) => string;

/**
 * Makes what fills in the variables of an API's servers. Definitions of APIs without variables have none.
 *
 * @param environments The variables of each environment, by their names.
 */
export function serverVariables(
  environments: Readonly<Record<string, Readonly<Record<string, ServerVariable>>>>,
): FillServer {
  const known = [...new Set(Object.values(environments).flatMap((each) => Object.keys(each)))];
  return (environment, template, options = {}) => {
    const given = new Map<string, unknown>(Object.entries(options));
    for (const name of given.keys()) {
      if (!known.includes(name)) {
        throw new ConfigurationError(
          `There is no server variable ${JSON.stringify(name)}.${didYouMean(name, known)} Variables are: ${known.join(", ")}.`,
        );
      }
    }
    const variables = environments[environment] ?? {};
    const url = template.replace(/\{([^{}]+)\}/g, (place, name: string, at: number) => {
      const variable = Object.hasOwn(variables, name) ? variables[name]! : {};
      return checkValue(given.get(name) ?? variable.default, name, variable, {
        before: template.slice(0, at),
        after: template.slice(at + place.length),
      });
    });
    // What stands beside a variable may make one of it; a percent-encoded dot is one, too (WHATWG URL, 4.1).
    if (/\/(?:\.|%2e){1,2}(?:\/|$)/i.test(url)) {
      throw new ConfigurationError(
        "Server variables (option serverVariables) make a step in the path of a URL: . or ..",
      );
    }
    return url;
  };
}

function checkValue(
  value: unknown,
  name: string,
  { enum: values }: ServerVariable,
  { before, after }: { before: string; after: string },
): string {
  const refuse = (what: string) =>
    new ConfigurationError(`Server variable ${name} (option serverVariables) ${what}.`);
  if (value === undefined) throw refuse("is missing");
  if (typeof value !== "string") throw refuse(`must be a string, and is of type ${typeof value}`);
  if (values && !values.includes(value)) {
    throw refuse(`is none of: ${values.map((each) => JSON.stringify(each)).join(", ")}`);
  }
  // It stands for the whole beginning of a URL, which is checked as a base URL is.
  if (!before && !after.startsWith("://")) return value;
  const inPath = /^[^/]*:\/\/[^/]*\//.test(before);
  const ends = inPath ? /[?#\\\s]|(?:^|\/)\.{1,2}(?:\/|$)/ : /[/@?#\\\s]/;
  if (ends.test(value)) {
    throw refuse(
      `has a character in it that can't stand in the ${inPath ? "path" : "host"} of a URL`,
    );
  }
  return value;
}
