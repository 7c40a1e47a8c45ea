import { ConfigurationError } from "./errors/configuration-error.js";

/**
 * Refuses path parameters that are missing, empty, or would be taken for a step in the path: `.` and `..` stay what they
 * are when they are percent-encoded (WHATWG URL, 4.1), so that a request would go to another operation.
 *
 * @param template The OpenAPI path template.
 * @param values The parameters by name.
 */
export function checkPath(template: string, values: object = {}): void {
  for (const [, name] of template.matchAll(/\{[.;]?([^{}]+?)\*?\}/g)) {
    // A list of one dot is a dot, too.
    if (
      /^\.{0,2}$/.test(String((values as Record<string, string | readonly string[]>)[name!] ?? ""))
    ) {
      throw new ConfigurationError(
        `Path parameter ${name} is missing, empty, or has dots alone in it.`,
      );
    }
  }
}
