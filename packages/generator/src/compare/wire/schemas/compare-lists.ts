import { getList } from "../../../load/data.js";
import { isMeant } from "./compare-limits.js";
import type { SchemaPair } from "./schema-pair.js";
import type { SchemaView } from "./schema-view.js";

/** Compares what is said of lists. */
export function compareLists(pair: SchemaPair): void {
  if (![pair.old, pair.new].every((view) => isMeant(pair, view, ["array"]))) return;
  comparePlaces(pair);
  const [was, is] = [itemsOf(pair.old), itemsOf(pair.new)];
  if (was === undefined && is !== undefined) {
    pair.tell(
      "items-added",
      is === false ? "takes no further items" : "has items of a certain schema alone",
      "items",
    );
  } else if (was !== undefined && is === undefined) {
    pair.tell("items-removed", "has items of any schema", "items");
  } else if (was !== undefined) {
    pair.descend("[]", was, is);
  }
  compareContains(pair);
}

/** Items at certain places: `prefixItems`, and `items` as a list, as it was before JSON Schema 2020-12. */
function comparePlaces(pair: SchemaPair): void {
  const [was, is] = [placesOf(pair.old), placesOf(pair.new)];
  const [restBefore, restAfter] = [itemsOf(pair.old), itemsOf(pair.new)];
  const keyword = "prefixItems";
  for (let index = 0; index < Math.max(was.length, is.length); index += 1) {
    const before = index < was.length ? was[index] : restBefore;
    const after = index < is.length ? is[index] : restAfter;
    if (before === undefined && after !== undefined) {
      pair.tell("prefix-items-added", `has an item of a certain schema at place ${index}`, keyword);
    } else if (before !== undefined && after === undefined) {
      pair.tell("prefix-items-removed", `has an item of any schema at place ${index}`, keyword);
    } else {
      pair.descend(`[${index}]`, before, after);
    }
  }
}

function placesOf(view: SchemaView): readonly unknown[] {
  for (const part of view.reading.parts) {
    const places = getList(part, "prefixItems");
    if (places.length > 0) return places;
    if (Array.isArray(part["items"])) return part["items"];
  }
  return [];
}

/** What the items are that have no place of their own; `undefined` for anything. */
function itemsOf(view: SchemaView): unknown {
  const schema = view.all("items").some(Array.isArray)
    ? view.first("additionalItems")
    : view.merged("items");
  return schema === true ? undefined : schema;
}

function compareContains(pair: SchemaPair): void {
  const keyword = "contains";
  const [was, is] = [pair.old.merged(keyword), pair.new.merged(keyword)];
  if (was === undefined && is !== undefined) {
    pair.tell("contains-added", "has to hold items of a certain schema (contains)", keyword);
  } else if (was !== undefined && is === undefined) {
    pair.tell(
      "contains-removed",
      "no longer has to hold items of a certain schema (contains)",
      keyword,
    );
  } else if (was !== undefined) {
    pair.descend("(contains)", was, is);
  }
}
