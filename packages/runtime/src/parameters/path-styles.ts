import { ConfigurationError } from "../errors/configuration-error.js";
import { encodeInPath } from "./encode.js";
import { pairsOf } from "./pairs-of.js";
import {
  type ParameterStyle,
  type ParameterStyles,
  type ParameterValues,
  styleOf,
} from "./parameter-style.js";
import { simpleTexts } from "./simple-texts.js";

/**
 * Puts parameters into paths in the styles that a document asks for.
 *
 * @param styles Those of its parameters that are not in the default, `simple` without `explode`.
 * @returns Throws a `ConfigurationError` for a parameter that is missing, is empty, or would be a step in the path, see `checkPath`.
 */
export function pathStyles(
  styles: ParameterStyles,
): (template: string, values: ParameterValues) => string {
  return (template, values) =>
    template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      const text = expand(name, value, styleOf(styles, name) ?? {});
      // Characters that stay as they are may be a dot that is percent-encoded (WHATWG URL, 4.1).
      if (value === "" || /^(?:\.|%2e){0,2}$/i.test(text)) {
        throw new ConfigurationError(
          `Path parameter ${name} is missing, empty, or has dots alone in it.`,
        );
      }
      return text;
    });
}

function expand(name: string, value: unknown, style: ParameterStyle): string {
  const encode = (text: string) => encodeInPath(text, style);
  if (style.style === "matrix") {
    // RFC 6570, 3.2.7: an empty value has no equals sign.
    return pairsOf(name, value, { explode: false, ...style }, encode)
      .map(([key, text]) => `;${key}${text && "="}${text}`)
      .join("");
  }
  const texts = simpleTexts(name, value, style, encode);
  return style.style === "label" ? texts.map((text) => `.${text}`).join("") : texts.join(",");
}
