import { get, getEntries, getList, getObject, getString, isObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { ApiModel } from "../model/api-model.js";
import { componentName } from "../normalise/read-schemas.js";

/** A property that tells which of several schemas a value has. */
export interface Discriminator {
  readonly property: string;
  /** What it holds in this schema; empty where any of the alternatives' values may stand. */
  readonly values: readonly string[];
}

/**
 * The schemas that discriminators choose among, with what tells each apart (OpenAPI 3.1, 4.8.25):
 * the mapped values, or the component's name where none is mapped.
 */
export function findDiscriminators(model: ApiModel): ReadonlyMap<unknown, Discriminator> {
  const found = new Map<unknown, Discriminator>();
  for (const { schema } of model.schemas.values()) {
    const discriminator = get(schema, "discriminator");
    const property = getString(discriminator, "propertyName");
    if (property === undefined) continue;
    found.set(schema, { property, values: [] });
    const mapping = getEntries(discriminator, "mapping");
    const targets = [
      ...[...getList(schema, "oneOf"), ...getList(schema, "anyOf")].map((part) =>
        get(part, "$ref"),
      ),
      ...mapping.map(([, target]) => target),
    ];
    for (const name of new Set(targets.map(componentName))) {
      const alternative = name === undefined ? undefined : model.schemas.get(name)?.schema;
      if (name === undefined || !isObject(alternative)) continue;
      const mapped = mapping.filter(([, target]) => componentName(target) === name);
      const values = mapped.length > 0 ? mapped.map(([value]) => value) : [name];
      // The property stands in the alternative or in a part of it; where in none, it is added.
      const parts = getList(alternative, "allOf").filter(isObject);
      const owner = [alternative, ...parts].find((part) => hasProperty(part, property));
      found.set(owner ?? alternative, { property, values });
    }
  }
  return found;
}

function hasProperty(schema: unknown, property: string): boolean {
  return get(getObject(schema, "properties"), property) !== undefined;
}

/** The values that a discriminator's property is narrowed to; `undefined` where it says them itself. */
export function narrowedValues(
  model: ApiModel,
  { values }: Discriminator,
  given: unknown,
): readonly string[] | undefined {
  const property = resolveReference(model.document, given);
  const known = getList(property, "enum");
  const fits = known.length === 0 || values.every((value) => known.includes(value));
  return values.length > 0 && fits && get(property, "type") === "string" ? values : undefined;
}
