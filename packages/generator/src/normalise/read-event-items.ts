import { get, getEntries, getList, getString, isObject, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { StreamItem } from "../model/answer-stream.js";
import type { Schema } from "../model/api-model.js";
import { isText } from "./is-text.js";
import { isJson } from "./media-types.js";

/** The fields of an event (HTML Standard, 9.2.6). */
const FIELDS = new Set(["event", "data", "id", "retry"]);

/** More ways to combine alternatives than any document means. */
const MOST = 1000;

/** The same for schemas on all of these: parts that share parts have more ways to them than can be gone. */
const MOST_STEPS = 100_000;

/** One way that an event may look: the schemas of its fields by name. */
type Fields = ReadonlyMap<string, unknown>;

/**
 * What the events of a stream may be. A schema with no other members than the fields of an event, `data`
 * among them, describes the event (OpenAPI 3.2, 4.14.4.2); its `data` are JSON where they have a
 * `contentSchema`, a JSON `contentMediaType` or a type that is no text. Any other schema describes the
 * JSON of the data of every event, as documents before 3.2 have it; a text says that they are text.
 */
export function readEventItems(root: JsonObject, schema: Schema | undefined): StreamItem[] {
  if (schema === undefined || isText(root, schema)) return [{ events: [], schema: undefined }];
  const steps = { left: MOST_STEPS };
  const found = waysOf(root, schema, [new Map()], { around: new Set(), steps });
  const names = new Set(found.flatMap((fields) => [...fields.keys()]));
  const isEvent = names.has("data") && [...names].every((name) => FIELDS.has(name));
  if (!isEvent || found.length > MOST || steps.left < 0) return [{ events: [], schema }];
  const items = found.map((fields) => ({
    events: namesOf(root, fields.get("event")),
    schema: jsonOf(root, fields.get("data")),
  }));
  // An event whose data are of several kinds is told apart by the data alone.
  return items.filter(
    (item, index) =>
      items.findIndex(
        (other) =>
          other.schema === item.schema && other.events.join("\n") === item.events.join("\n"),
      ) === index,
  );
}

interface Walk {
  /** The schemas that are being read. */
  readonly around: ReadonlySet<unknown>;
  readonly steps: { left: number };
}

/** Every way that `schema` may look, on top of each of `before`. */
function waysOf(
  root: JsonObject,
  given: unknown,
  before: readonly Fields[],
  { around, steps }: Walk,
): readonly Fields[] {
  const schema = resolveReference(root, given);
  steps.left -= before.length;
  if (!isObject(schema) || around.has(schema) || before.length > MOST || steps.left < 0) {
    return before;
  }
  const inside = { around: new Set(around).add(schema), steps };
  let ways = before;
  for (const part of getList(schema, "allOf")) ways = waysOf(root, part, ways, inside);
  ways = ways.map((fields) => merge(root, fields, getEntries(schema, "properties")));
  for (const keyword of ["oneOf", "anyOf"]) {
    const choices = getList(schema, keyword);
    if (choices.length === 0) continue;
    const sofar = ways;
    ways = choices.flatMap((choice) => waysOf(root, choice, sofar, inside));
  }
  return ways;
}

/** What an alternative says of a field stands beside what all alternatives say of it. */
function merge(root: JsonObject, fields: Fields, own: readonly [string, unknown][]): Fields {
  const merged = new Map(fields);
  for (const [name, given] of own) {
    const common = resolveReference(root, merged.get(name));
    const isSaid = !isObject(common) || !isObject(given) || get(given, "$ref") !== undefined;
    merged.set(name, isSaid ? given : { ...common, ...given });
  }
  return merged;
}

function namesOf(root: JsonObject, given: unknown): string[] {
  const schema = resolveReference(root, given);
  const values = [get(schema, "const"), ...getList(schema, "enum")];
  return values.filter((value): value is string => typeof value === "string");
}

function jsonOf(root: JsonObject, given: unknown): Schema | undefined {
  const data = resolveReference(root, given);
  const content = get(data, "contentSchema");
  if (isObject(content) || typeof content === "boolean") return content;
  if (isJson(getString(data, "contentMediaType") ?? "")) return {};
  if (isText(root, given)) return undefined;
  return isObject(given) || typeof given === "boolean" ? given : undefined;
}
