import { pairsOf, plain } from "./pairs-of.js";
import type { ParameterStyle } from "./parameter-style.js";

/** The texts that a parameter becomes where it shows no name: its value, its items, or the members of an object as `name=value`. */
export function simpleTexts(
  name: string,
  given: unknown,
  { style = "simple", explode = false }: ParameterStyle,
  encode: (text: string) => string,
): string[] {
  const value = plain(given);
  const named = explode && !Array.isArray(value) && typeof value === "object" && style !== "json";
  return pairsOf(name, value, { style, explode }, encode).map((pair) =>
    named ? pair.join("=") : pair[1],
  );
}
