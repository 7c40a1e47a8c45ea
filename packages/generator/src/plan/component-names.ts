import type { Report } from "../check/report.js";
import type { BundledDocument } from "../load/bundle.js";
import { componentName } from "../load/component-reference.js";
import { get, getObject, isObject } from "../load/data.js";
import type { ApiModel, Direction, Operation, Schema } from "../model/api-model.js";
import type { Location } from "../problem.js";
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
  for (const { name, schema } of inOrder) {
    const wanted = isIdentifier(name) ? name : pascalCase(name) || "Schema";
    const exported = table.take(wanted, "Schema");
    names.set(name, { request: exported, response: exported });
    if (!sameWords(exported, name)) {
      report.warning(
        locate(name, schema),
        `The schema ${JSON.stringify(name)} is exported as ${exported}.`,
        "Rename it if callers should see another name.",
      );
    }
  }
  // After all components, so that none has to yield to another one's form.
  for (const { name, schema, formsDiffer } of inOrder) {
    const exported = names.get(name)!.response;
    if (!formsDiffer) continue;
    if (claims.get(name) === "request") {
      names.set(name, { request: exported, response: takeForm(name, schema, `${exported}Output`) });
    } else {
      names.set(name, { request: takeForm(name, schema, `${exported}Input`), response: exported });
    }
  }
  return names;

  function locate(name: string, schema: Schema): Location {
    return isObject(schema) ? document.locate(schema) : document.locate(schemas, name);
  }

  function takeForm(name: string, schema: Schema, wanted: string): string {
    const exported = table.take(wanted);
    if (exported !== wanted) {
      const form = wanted.endsWith("Input") ? "request" : "response";
      report.warning(
        locate(name, schema),
        `The ${form} form of the schema ${JSON.stringify(name)} is exported as ${exported}, for ${wanted} is taken.`,
        `Rename what is called ${wanted}, or this schema.`,
      );
    }
    return exported;
  }
}

/** Components that bear the name of the operation type that they are: one export serves both. */
export function claimedComponents(
  functions: ReadonlyMap<Operation, string>,
): Map<string, Direction> {
  const claims = new Map<string, Direction>();
  for (const [operation, functionName] of functions) {
    const component = componentName(get(operation.body?.schema, "$ref"));
    if (component === `${pascalCase(functionName)}Request`) claims.set(component, "request");
  }
  return claims;
}
