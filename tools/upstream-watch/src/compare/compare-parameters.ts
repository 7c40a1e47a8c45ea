import { get, getList, getObjects, type JsonObject } from "../data.ts";
import type { View } from "../view.ts";
import type { Both, SchemaComparer } from "./compare-schemas.ts";
import type { Operation } from "./operations.ts";
import { presence } from "./sides.ts";

/** OpenAPI takes no parameters of these names: other parts of a document speak of them. */
const IGNORED: ReadonlySet<string> = new Set([
  "header:accept",
  "header:content-type",
  "header:authorization",
]);

/** Compares the parameters of an operation: by place and name, those of the path by their position. */
export function compareParameters(
  mine: Operation,
  theirs: Operation,
  both: Both,
  schemas: SchemaComparer,
): void {
  const { ours, upstream, findings } = both;
  const own = parametersOf(ours, mine);
  const other = parametersOf(upstream, theirs);
  const context = { direction: "request", operation: mine.shown } as const;
  for (const key of new Set([...own.keys(), ...other.keys()])) {
    const one = own.get(key);
    const two = other.get(key);
    const places = {
      ours: one ? ours.place(one) : ours.place(mine.operation, "parameters", key),
      upstream: two ? upstream.place(two) : upstream.place(theirs.operation, "parameters", key),
    };
    findings.tell("parameter", places, presence(one, two), context);
    if (!one || !two) continue;
    const flags = ["required", "deprecated"] as const;
    for (const flag of flags) {
      const said = { ours: get(one, flag) === true, upstream: get(two, flag) === true };
      findings.tell(flag, places, said, context);
    }
    findings.tell(
      "parameter-style",
      places,
      { ours: styleOf(one), upstream: styleOf(two) },
      context,
    );
    schemas.compare(schemaOf(one), schemaOf(two), "request", mine.shown);
  }
}

function parametersOf(
  view: View,
  { path, pathItem, operation }: Operation,
): Map<string, JsonObject> {
  const named = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  const found = [...getList(pathItem, "parameters"), ...getList(operation, "parameters")]
    .map((one) => view.follow(one))
    .filter((one) => one !== undefined)
    .map((one): [string, JsonObject] => {
      const [place, name] = [String(get(one, "in")), String(get(one, "name"))];
      if (place === "path") return [`path:${named.indexOf(name)}`, one];
      return [`${place}:${place === "header" ? name.toLowerCase() : name}`, one];
    });
  return new Map(found.filter(([key]) => !IGNORED.has(key)));
}

/** How a value is written: OpenAPI's defaults filled in. */
function styleOf(parameter: JsonObject): string {
  const [[media] = []] = getObjects(parameter, "content");
  if (media !== undefined) return media;
  const place = get(parameter, "in");
  const usual = place === "query" || place === "cookie" ? "form" : "simple";
  const said = get(parameter, "style");
  const style = typeof said === "string" ? said : usual;
  const explode = get(parameter, "explode") ?? style === "form";
  const reserved =
    get(parameter, "allowReserved") === true ? ", reserved characters as they are" : "";
  return `${style}, ${explode === true ? "exploded" : "not exploded"}${reserved}`;
}

function schemaOf(parameter: JsonObject): unknown {
  const [[, media] = []] = getObjects(parameter, "content");
  return get(parameter, "schema") ?? get(media, "schema") ?? {};
}
