import { getString, type JsonObject } from "../load/data.js";
import { appendPointer, resolvePointer, splitPointer } from "../load/json-pointer.js";

/** Words for what stands behind a keyword that has one schema. */
const ONE: ReadonlyMap<string, string> = new Map([
  ["items", "Item"],
  ["additionalProperties", "Value"],
  ["unevaluatedProperties", "Value"],
  ["requestBody", "Request"],
  ["schema", ""],
]);

/** Keywords whose schemas are told apart by the next segment, a name or a number, with a word for it. */
const MANY: ReadonlyMap<string, string> = new Map([
  ["properties", ""],
  ["patternProperties", ""],
  ["headers", ""],
  ["allOf", "Part"],
  ["anyOf", "Choice"],
  ["oneOf", "Choice"],
  ["prefixItems", "Item"],
]);

/** Keywords whose members bear names that were given to be referred to. */
const NAMED = new Set(["$defs", "definitions"]);

/**
 * A name for the schema at a pointer: `/components/schemas/Ship/properties/crew/items` becomes
 * `ShipCrewItem`. It is no identifier where the document's names are of other letters.
 */
export function partName(root: JsonObject, pointer: string): string {
  const segments = splitPointer(pointer);
  const words = startOf(root, segments);
  for (let key = segments.shift(); key !== undefined; key = segments.shift()) {
    const one = ONE.get(key);
    const many = MANY.get(key);
    if (one !== undefined) words.push(one);
    else if (many !== undefined) words.push(many, oneBased(segments.shift() ?? ""));
    else if (NAMED.has(key)) words.splice(0, words.length, segments.shift() ?? "");
    else if (key === "content") segments.shift();
    else if (key === "responses")
      words.push(segments.shift()?.startsWith("2") ? "Response" : "Error");
    else words.push(oneBased(key));
  }
  return joinWords(words) || "Part";
}

/** `ship_yard`, `crew` becomes `ShipYardCrew`. */
export function joinWords(texts: readonly string[]): string {
  return texts
    .flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** Takes off what leads to a component or an operation, and says how that is called. */
function startOf(root: JsonObject, segments: string[]): string[] {
  const [first, second = "", third = ""] = segments;
  if (first === "components") return segments.splice(0, 3).slice(2);
  if (first !== "paths") return segments.splice(0, 1);
  segments.splice(0, 3);
  const operation = ["paths", second, third].reduce(appendPointer, "");
  return [getString(resolvePointer(root, operation), "operationId") ?? `${third} ${second}`];
}

function oneBased(segment: string): string {
  return /^\d+$/.test(segment) ? String(Number(segment) + 1) : segment;
}
