import type { Report } from "../check/report.js";
import type { BundledDocument } from "../load/bundle.js";
import { getObject, isObject } from "../load/data.js";
import type { ApiModel, Direction } from "../model/api-model.js";
import { isIdentifier, pascalCase, sameWords } from "./identifiers.js";
import type { NameTable } from "./name-table.js";

/** The exported names of a component's two forms; the same name where they don't differ. */
export type FormNames = Readonly<Record<Direction, string>>;

/**
 * Names the components: each by its own name where TypeScript allows it; where a request's form is
 * another type, that one is `…Input`.
 *
 * @param claims components that an operation's type shares its name with: their name goes to the
 *   operation's direction.
 */
export function nameComponents(
  model: ApiModel,
  claims: ReadonlyMap<string, Direction>,
  table: NameTable,
  document: BundledDocument,
  report: Report,
): Map<string, FormNames> {
  const names = new Map<string, FormNames>();
  const schemas = getObject(getObject(model.document, "components"), "schemas") ?? {};
  // A component that can keep its name keeps it, whichever comes first in the document.
  const inOrder = [...model.schemas.values()].sort(
    (a, b) => Number(isIdentifier(b.name)) - Number(isIdentifier(a.name)),
  );
  for (const { name, schema, formsDiffer } of inOrder) {
    const wanted = isIdentifier(name) ? name : pascalCase(name) || "Schema";
    const exported = table.take(wanted, "Schema");
    if (!sameWords(exported, name)) {
      report.warning(
        isObject(schema) ? document.locate(schema) : document.locate(schemas, name),
        `The schema ${JSON.stringify(name)} is exported as ${exported}.`,
        "Rename it if callers should see another name.",
      );
    }
    if (!formsDiffer) {
      names.set(name, { request: exported, response: exported });
    } else if (claims.get(name) === "request") {
      names.set(name, { request: exported, response: table.take(`${exported}Output`) });
    } else {
      names.set(name, { request: table.take(`${exported}Input`), response: exported });
    }
  }
  return names;
}
