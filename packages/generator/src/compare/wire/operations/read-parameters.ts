import { get, getList, getString, isObject, type JsonObject } from "../../../load/data.js";
import type { FoundOperation } from "../../../load/list-operations.js";
import type { Side } from "../side.js";

/** Headers that are described elsewhere, so that a parameter of the name says nothing (OpenAPI 3.1, 4.8.12.2). */
const IGNORED = new Set(["header accept", "header content-type", "header authorization"]);

/** The style that writes each item of a list, and each property of an object, as a parameter of its own. */
export const EXPLODED = "form, exploded";

/** A parameter of an operation. */
export interface Parameter {
  readonly place: string;
  readonly name: string;
  readonly object: JsonObject;
  /** Where it stands: the parameter, or the property of one that is a parameter of its own on the wire. */
  readonly home: object;
}

/** How sentences name a parameter. */
export function nameOf({ place, name }: Parameter): string {
  return `the ${place} parameter \`${name}\``;
}

/** Whether every request has to have it. */
export function isNeeded({ place, object }: Parameter): boolean {
  return place === "path" || get(object, "required") === true;
}

/**
 * How a value is written. What is usual where nothing is said: OpenAPI 3.1, 4.8.12.2.1.
 *
 * @param isComposed whether it may be a list or an object; a single value is written alike in most styles.
 */
export function styleOf({ place, object }: Parameter, isComposed: boolean): string {
  const isQuery = place === "query" || place === "cookie";
  const style = getString(object, "style") ?? (isQuery ? "form" : "simple");
  const given = get(object, "explode");
  const explode = typeof given === "boolean" ? given : style === "form" || style === "deepObject";
  if (isComposed) return explode ? `${style}, exploded` : style;
  // The others put nothing before or into a single value.
  return style === "label" || style === "matrix" ? style : "plain";
}

/** By place and name; those of a path by where they stand in it, for their names are nowhere in a request. */
export function readParameters(
  side: Side,
  { path, pathItem, operation }: FoundOperation,
): Map<string, Parameter> {
  const inPath = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name);
  const found = new Map<string, Parameter>();
  for (const given of [...getList(pathItem, "parameters"), ...getList(operation, "parameters")]) {
    const object = side.object(given);
    const name = getString(object, "name");
    const place = getString(object, "in");
    if (!object || name === undefined || place === undefined) continue;
    const index = inPath.indexOf(name);
    const key = place === "path" && index >= 0 ? `path ${index}` : keyOf(place, name);
    if (!IGNORED.has(key)) found.set(key, { place, name, object, home: object });
  }
  return found;
}

function keyOf(place: string, name: string): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

interface Read {
  readonly side: Side;
  readonly parameters: ReadonlyMap<string, Parameter>;
}

/**
 * Puts the properties of an exploded object in its place where the other version has one of them as a parameter: on the
 * wire they are the same (`?page=1&size=2`).
 */
export function spreadObjects(
  old: Read,
  now: Read,
): readonly [ReadonlyMap<string, Parameter>, ReadonlyMap<string, Parameter>] {
  const keys = new Set([...meeting(old, now), ...meeting(now, old)]);
  return [spread(old, keys), spread(now, keys)];
}

/** The exploded objects with a property that the other side has as a parameter, and this one has not. */
function meeting({ side, parameters }: Read, other: Read): string[] {
  return [...parameters].flatMap(([key, parameter]) => {
    const inner = [...propertiesOf(side, parameter).keys()];
    return inner.some((name) => other.parameters.has(name) && !parameters.has(name)) ? [key] : [];
  });
}

function spread({ side, parameters }: Read, keys: ReadonlySet<string>): Map<string, Parameter> {
  const entries = [...parameters].flatMap(([key, parameter]) => {
    const inner = keys.has(key) ? [...propertiesOf(side, parameter)] : [];
    // What has a parameter of its own is described by that.
    if (inner.length > 0) return inner.filter(([name]) => !parameters.has(name));
    return [[key, parameter] as const];
  });
  return new Map(entries);
}

function propertiesOf(side: Side, parameter: Parameter): Map<string, Parameter> {
  const { place, object } = parameter;
  const schema = get(object, "schema");
  if (schema === undefined || place === "path" || styleOf(parameter, true) !== EXPLODED)
    return new Map();
  const { properties, required } = side.view(schema);
  return new Map(
    [...properties].map(([name, property]) => {
      const inner = {
        name,
        in: place,
        schema: property.schema,
        required: isNeeded(parameter) && required.has(name),
        description: side.view(property.schema).first("description"),
      };
      const home = isObject(property.schema) ? property.schema : object;
      return [keyOf(place, name), { place, name, object: inner, home }];
    }),
  );
}
