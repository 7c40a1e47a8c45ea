import { get, getEntries, getList, isObject, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { ApiModel, Operation } from "../model/api-model.js";
import { contentsOf } from "../normalise/read-content.js";
import { readAs } from "./media-choices.js";

/** Whether an answer of success may hold, in its JSON, a string inside a property that is never shown. */
export function holdsSecrets(operation: Operation, model: ApiModel): boolean {
  if (model.sensitive.length === 0) return false;
  const names = new Set(model.sensitive);
  const search = new Search(model.document, names);
  return operation.successes.some(({ content }) =>
    contentsOf(content).some((one) => readAs(one) === "json" && search.inSchema(one.schema, false)),
  );
}

/** Remembers where it has been, once for inside and once for outside of such a property: schemas may lead back to themselves. */
class Search {
  readonly #root: JsonObject;
  readonly #names: ReadonlySet<string>;
  readonly #seen = { outside: new Set<unknown>(), inside: new Set<unknown>() };

  constructor(root: JsonObject, names: ReadonlySet<string>) {
    this.#root = root;
    this.#names = names;
  }

  inSchema(given: unknown, isInside: boolean): boolean {
    const schema = resolveReference(this.#root, given);
    const seen = isInside ? this.#seen.inside : this.#seen.outside;
    if (!isObject(schema) || seen.has(schema)) return false;
    seen.add(schema);
    if (isInside && isString(schema)) return true;
    return (
      this.#parts(schema).some((part) => this.inSchema(part, isInside)) ||
      getEntries(schema, "properties").some(
        ([name, property]) =>
          !isWriteOnly(property) && this.inSchema(property, isInside || this.#names.has(name)),
      )
    );
  }

  #parts(schema: JsonObject): unknown[] {
    return [
      ...["allOf", "anyOf", "oneOf", "prefixItems"].flatMap((keyword) => getList(schema, keyword)),
      get(schema, "items"),
      get(schema, "additionalProperties"),
      ...getEntries(schema, "patternProperties").map(([, part]) => part),
    ];
  }
}

function isString(schema: JsonObject): boolean {
  const type = get(schema, "type");
  if (type !== undefined) return type === "string" || getList(schema, "type").includes("string");
  return [...getList(schema, "enum"), get(schema, "const")].some((one) => typeof one === "string");
}

function isWriteOnly(property: unknown): boolean {
  return get(property, "writeOnly") === true;
}
