import { type ParameterStyles, type ParameterValues, styleOf } from "./parameter-style.js";
import { simpleTexts } from "./simple-texts.js";

/**
 * Makes header parameters in the styles that a document asks for. Nothing is percent-encoded; characters that no header can
 * carry are escaped in JSON, elsewhere they are refused when the request is made.
 *
 * @param styles Those of its parameters that are not in the default, `simple` without `explode`.
 */
export function headerStyles(
  styles: ParameterStyles,
): (values: ParameterValues) => Record<string, string | null | undefined> {
  return (values) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        if (value === null || value === undefined) return [name, value];
        const style = styleOf(styles, name) ?? {};
        const text = simpleTexts(name, value, style, style.style === "json" ? toAscii : String);
        return [name, text.length ? text.join(",") : undefined];
      }),
    );
}

function toAscii(json: string): string {
  return json.replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
