import { defaultPathSerializer } from "openapi-fetch";
import { checkPath } from "../check-path.js";
import type { ParameterValues } from "./parameter-style.js";

/**
 * Puts parameters into paths in OpenAPI's default style, `simple` without `explode`. Those that would be taken for a step in the
 * path are refused: `.` and `..` stay what they are when they are percent-encoded (WHATWG URL, 4.1), so that a request would go
 * to another operation.
 *
 * @param template The OpenAPI path template.
 * @param values The parameters by name.
 * @throws ConfigurationError Where one is missing, empty, or has dots alone in it.
 */
export function plainPath(template: string, values: ParameterValues = {}): string {
  checkPath(template, values);
  return defaultPathSerializer(template, values);
}
