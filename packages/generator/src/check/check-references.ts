import type { BundledDocument } from "../load/bundle.js";
import { get, getList, getObject, set } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import { walk } from "../load/walk.js";
import { componentName } from "../normalise/read-schemas.js";
import type { Report } from "./report.js";

/** No reference leads back to itself, and no schema is made of itself: neither says what it is. */
export function checkReferences(document: BundledDocument, report: Report): void {
  const { root } = document;
  walk(root, {
    object(value, kind) {
      const reference = get(value, "$ref");
      if (typeof reference !== "string" || resolveReference(root, value) !== undefined) return;
      const message = `The reference "${reference}" leads back to itself.`;
      report.mendable(document.locate(value, "$ref"), message, "Break the circle.", {
        becomes: kind === "schema" ? "read as unknown" : "left out",
        apply: () => delete value["$ref"],
      });
    },
  });
  const schemas = getObject(getObject(root, "components"), "schemas") ?? {};
  for (const [name, schema] of Object.entries(schemas)) {
    const circle = findCircle(schemas, name);
    if (circle === undefined || resolveReference(root, schema) === undefined) continue;
    report.mendable(
      document.locate(schemas, name),
      `The schema "${name}" is made of itself: ${circle.join(" > ")}.`,
      "Drop one of these steps, or put a property or a list in between.",
      { becomes: "read as unknown", apply: () => set(schemas, name, {}) },
    );
  }
}

/** The shortest way from a schema back to itself through `$ref`, `allOf`, `anyOf` and `oneOf`. */
function findCircle(schemas: object, start: string): string[] | undefined {
  const seen = new Set<string>();
  const waiting = [[start]];
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    for (const next of partsOf(get(schemas, path.at(-1) ?? ""))) {
      if (next === start) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push([...path, next]);
    }
  }
  return undefined;
}

function partsOf(schema: unknown): string[] {
  const own = componentName(get(schema, "$ref"));
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => getList(schema, keyword));
  return [...(own === undefined ? [] : [own]), ...parts.flatMap(partsOf)];
}
