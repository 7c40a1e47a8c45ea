import type { BundledDocument } from "../load/bundle.js";
import { get, getObject, set } from "../load/data.js";
import { LIMITS } from "../load/limits.js";
import { isCircular, resolveReference } from "../load/resolve-reference.js";
import { walk } from "../load/walk.js";
import { studyComposition } from "./study-composition.js";
import type { Report } from "./report.js";

/** No reference leads back to itself, and no schema is made of itself: neither says what it is. */
export function checkReferences(document: BundledDocument, report: Report): void {
  const { root } = document;
  walk(root, {
    object(value, kind) {
      const reference = get(value, "$ref");
      if (typeof reference !== "string" || resolveReference(root, value) !== undefined) return;
      const isEndless = isCircular(root, value);
      const message = isEndless
        ? `The reference "${reference}" leads back to itself.`
        : `The reference "${reference}" leads on through more than ${LIMITS.chain} others.`;
      const fix = isEndless ? "Break the circle." : "Refer to what it ends at.";
      report.mendable(document.locate(value, "$ref"), message, fix, {
        becomes: kind === "schema" ? "read as unknown" : "left out",
        apply: () => delete value["$ref"],
      });
    },
  });
  checkComposition(document, report);
}

function checkComposition(document: BundledDocument, report: Report): void {
  const schemas = getObject(getObject(document.root, "components"), "schemas") ?? {};
  // A knot of several circles takes several mends.
  for (let isMended = true; isMended;) {
    isMended = false;
    const { circles, tooDeep } = studyComposition(schemas, LIMITS.chain);
    for (const circle of circles) {
      const [name = ""] = circle;
      if (circle.every((one) => isReference(get(schemas, one)))) continue;
      const message = `The schema "${name}" is made of itself: ${shorten(circle).join(" > ")}.`;
      const fix = "Drop one of these steps, or put a property or a list in between.";
      isMended = report.mendable(document.locate(schemas, name), message, fix, {
        becomes: "read as unknown",
        apply: () => set(schemas, name, {}),
      });
    }
    for (const name of tooDeep) {
      const message = `The schema "${name}" is made of others in more than ${LIMITS.chain} steps.`;
      const fix = "Let it refer to what it needs more directly.";
      isMended = report.mendable(document.locate(schemas, name), message, fix, {
        becomes: "read as unknown",
        apply: () => set(schemas, name, {}),
      });
    }
  }
}

/** A circle of nothing but references was told already. */
function isReference(schema: unknown): boolean {
  return get(schema, "$ref") !== undefined;
}

function shorten(circle: readonly string[]): readonly string[] {
  return circle.length > 10 ? [...circle.slice(0, 5), "…", ...circle.slice(-4)] : circle;
}
