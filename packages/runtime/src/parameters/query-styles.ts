import { encode } from "./encode.js";
import { pairsOf } from "./pairs-of.js";
import { type ParameterStyles, styleOf } from "./parameter-style.js";

/**
 * Makes queries in the styles that a document asks for.
 *
 * @param styles Those of its parameters that are not in the default, `form` with `explode`.
 */
export function queryStyles(styles: ParameterStyles): (values: unknown) => string {
  return (values) =>
    Object.entries(values as object)
      .flatMap(([name, value]) => {
        const style = styleOf(styles, name) ?? {};
        return pairsOf(name, value, style, (text) => encode(text, style));
      })
      .map((pair) => pair.join("="))
      .join("&");
}
