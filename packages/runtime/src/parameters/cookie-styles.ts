import { ConfigurationError } from "../errors/configuration-error.js";
import { pairsOf } from "./pairs-of.js";
import { type ParameterStyles, type ParameterValues, styleOf } from "./parameter-style.js";

/**
 * Makes the `Cookie` header in the styles that a document asks for: `form` joins what one parameter becomes with `&`, `cookie`
 * makes a cookie of each, and encodes nothing (OpenAPI 3.2, 4.12.2.2).
 *
 * @param styles Those of its parameters that are not in the default, `form` with `explode`.
 * @returns Throws a `ConfigurationError` for a value that would end its cookie (RFC 6265, 4.1.1).
 */
export function cookieStyles(styles: ParameterStyles): (values: ParameterValues) => string {
  return (values) =>
    Object.entries(values)
      .flatMap(([name, value]) => {
        const style = styleOf(styles, name) ?? {};
        const isPlain = style.style === "cookie";
        const pairs = pairsOf(name, value, style, isPlain ? String : encodeURIComponent);
        const cookies = pairs.map((pair) => pair.join("="));
        if (!isPlain) return cookies.length ? [cookies.join("&")] : [];
        if (cookies.some((cookie) => /[^!-~]|[";\\]/.test(cookie))) {
          throw new ConfigurationError(
            `Cookie parameter ${name} has a character in it that a cookie can't have: escape it.`,
          );
        }
        return cookies;
      })
      .join("; ");
}
