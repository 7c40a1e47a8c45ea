import { get, getList, isObject, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";

/** What a value may be: plain, a list of plain values, or something with more structure. */
type ValueKind = "plain" | "list" | "deep";

const ANY: readonly ValueKind[] = ["plain", "list", "deep"];
const STRUCTURE = ["properties", "additionalProperties", "patternProperties", "required"];
const PLAIN = [
  ..."format pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum".split(
    " ",
  ),
  "multipleOf",
];

type Kinds = ReadonlySet<ValueKind>;

/**
 * All kinds of values that a schema may allow; where it does not tell, every kind.
 *
 * @param known what was found out before: parts that share parts have more ways to them than can be gone.
 */
export function valueKinds(
  root: JsonObject,
  given: unknown,
  known = new Map<unknown, Kinds>(),
): Kinds {
  const schema = resolveReference(root, given);
  if (!isObject(schema)) return new Set(ANY);
  const before = known.get(schema);
  if (before) return before;
  // What leads back to itself does not tell.
  known.set(schema, new Set(ANY));
  const kinds = ownKinds(root, schema, known) ?? composedKinds(root, schema, known);
  known.set(schema, kinds);
  return kinds;
}

function composedKinds(root: JsonObject, schema: JsonObject, known: Map<unknown, Kinds>): Kinds {
  let kinds: Kinds = new Set(ANY);
  for (const part of getList(schema, "allOf")) kinds = both(kinds, valueKinds(root, part, known));
  for (const keyword of ["anyOf", "oneOf"]) {
    const choices = getList(schema, keyword);
    if (choices.length === 0) continue;
    const any = new Set(choices.flatMap((choice) => [...valueKinds(root, choice, known)]));
    kinds = both(kinds, any);
  }
  return kinds;
}

/** What a schema says without its parts; `undefined` for nothing. */
function ownKinds(
  root: JsonObject,
  schema: JsonObject,
  known: Map<unknown, Kinds>,
): Kinds | undefined {
  const type = get(schema, "type");
  if (type !== undefined) {
    const types = Array.isArray(type) ? type : [type];
    return new Set(types.flatMap((one) => kindsOfType(one, root, schema, known)));
  }
  const values = [...getList(schema, "enum"), ...("const" in schema ? [schema["const"]] : [])];
  if (values.length > 0) {
    return new Set(values.map((value) => (typeof value === "object" && value ? "deep" : "plain")));
  }
  if (get(schema, "items") !== undefined) return new Set(kindsOfType("array", root, schema, known));
  if (STRUCTURE.some((keyword) => get(schema, keyword) !== undefined)) return new Set(["deep"]);
  if (PLAIN.some((keyword) => get(schema, keyword) !== undefined)) return new Set(["plain"]);
  return undefined;
}

function kindsOfType(
  type: unknown,
  root: JsonObject,
  schema: JsonObject,
  known: Map<unknown, Kinds>,
): readonly ValueKind[] {
  switch (type) {
    case "array": {
      const isPlain = [...valueKinds(root, get(schema, "items"), known)].every(
        (kind) => kind === "plain",
      );
      return isPlain ? ["list"] : ["list", "deep"];
    }
    case "object":
      return ["deep"];
    case "string":
    case "number":
    case "integer":
    case "boolean":
    case "null":
      return ["plain"];
    default:
      return ANY;
  }
}

function both(a: Kinds, b: Kinds): Kinds {
  return new Set([...a].filter((kind) => b.has(kind)));
}
