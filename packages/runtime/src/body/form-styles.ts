import { encode } from "../parameters/encode.js";
import { pairsOf } from "../parameters/pairs-of.js";
import { type ParameterStyles, styleOf } from "../parameters/parameter-style.js";
import { revealedMembers } from "../revealed.js";

/**
 * Sends a body as `application/x-www-form-urlencoded` in the styles that a document's `encoding` asks for (OpenAPI 3.2, 4.15.1.1).
 *
 * @param styles Those of its members that are not in the default: `form` with `explode`, objects as JSON.
 */
export function formStyles(styles: ParameterStyles): {
  readonly contentType: string;
  serialize(this: void, body: unknown): string;
} {
  return {
    contentType: "application/x-www-form-urlencoded",
    serialize: (body) =>
      Object.entries(revealedMembers(body as object))
        .flatMap(([name, value]: [string, unknown]) => {
          const isObject = typeof value === "object" && !Array.isArray(value);
          const style = styleOf(styles, name) ?? (isObject ? ({ style: "json" } as const) : {});
          return pairsOf(name, value, style, (text) => encode(text, style));
        })
        .map((pair) => pair.join("="))
        .join("&"),
  };
}
