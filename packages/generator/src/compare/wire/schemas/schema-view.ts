import { get, getEntries, getList, isObject, type JsonObject } from "../../../load/data.js";
import type { Side, Spot } from "../side.js";
import { readUnion, type Union } from "./read-union.js";
import { givenTypes, inferTokens, meet, tokensOf, type TypeToken } from "./type-tokens.js";

/** What a schema says, its references followed and its `allOf` laid side by side. */
export interface SchemaReading {
  /** The schemas that a value has to fit, the outermost first. */
  readonly parts: readonly JsonObject[];
  /** Alternatives that a value has to fit, too: one of each. */
  readonly unions: readonly Union[];
  /** Alternatives that are types alone, and that are single values alone. */
  readonly typeUnions: readonly (readonly TypeToken[])[];
  readonly valueUnions: readonly {
    readonly values: readonly unknown[];
    readonly home: JsonObject;
  }[];
  /** Whether null is one of the alternatives. */
  readonly isNullUnion: boolean;
  readonly isForbidden: boolean;
}

/**
 * Reads a schema.
 *
 * @param schemas what a value has to fit all of.
 * @param without lists of alternatives that are left out, because one of them is what is read.
 */
export function readSchema(
  side: Side,
  schemas: readonly unknown[],
  without: ReadonlySet<unknown> = new Set(),
): SchemaReading {
  const parts: JsonObject[] = [];
  const unions: Union[] = [];
  const typeUnions: (readonly TypeToken[])[] = [];
  const valueUnions: SchemaReading["valueUnions"][number][] = [];
  const seen = new Set<unknown>();
  let isNullUnion = false;
  let isForbidden = false;
  for (const schema of schemas) read(schema);
  return { parts, unions, typeUnions, valueUnions, isNullUnion, isForbidden };

  function read(schema: unknown): void {
    if (schema === false) isForbidden = true;
    if (!isObject(schema) || seen.has(schema)) return;
    seen.add(schema);
    const reference = get(schema, "$ref");
    if (typeof reference !== "string" || Object.keys(schema).length > 1) parts.push(schema);
    if (typeof reference === "string") read(side.follow(reference));
    for (const part of getList(schema, "allOf")) read(part);
    for (const keyword of ["oneOf", "anyOf"] as const) readAlternatives(schema, keyword);
  }

  function readAlternatives(schema: JsonObject, keyword: "oneOf" | "anyOf"): void {
    const list = get(schema, keyword);
    if (!Array.isArray(list) || list.length === 0 || without.has(list)) return;
    const found = readUnion(side, schema, keyword);
    isNullUnion ||= found.hasNull;
    if (found.only !== undefined) read(found.only.schema);
    else if (found.types) typeUnions.push(found.types);
    else if (found.values) valueUnions.push({ values: found.values, home: schema });
    else if (found.union) unions.push(found.union);
  }
}

/** A property as all parts of a schema describe it. */
export interface PropertyView {
  readonly schema: unknown;
  readonly spot: Spot;
}

/** Words that don't restrict a value. */
const ANNOTATIONS = new Set(
  ["title", "description", "example", "examples", "externalDocs", "default", "deprecated"].concat(
    ["readOnly", "writeOnly", "nullable", "xml", "discriminator", "$comment", "$id", "$schema"],
    ["$defs", "definitions", "$anchor", "$dynamicAnchor", "$ref", "allOf", "oneOf", "anyOf"],
  ),
);

/** A schema as it is meant for the wire, whatever words it is written in. */
export class SchemaView {
  readonly reading: SchemaReading;
  /** Whether it is one of the alternatives of another: null is told of that one. */
  readonly isForm: boolean;
  readonly #side: Side | undefined;
  #tokens: readonly TypeToken[] | undefined | null = null;
  #properties: ReadonlyMap<string, PropertyView> | undefined;
  #required: ReadonlySet<string> | undefined;
  #forms: readonly SchemaView[] | undefined;
  #dropped: ReadonlySet<unknown> = new Set();
  #isReadingNull = false;

  constructor(side: Side | undefined, reading: SchemaReading, isForm = false) {
    this.#side = side;
    this.reading = reading;
    this.isForm = isForm;
  }

  /** Where it stands, or a keyword of it. */
  spot(key?: string): Spot | undefined {
    const { parts } = this.reading;
    const home = key === undefined ? undefined : parts.find((part) => Object.hasOwn(part, key));
    if (home !== undefined) return { home, key };
    return parts[0] && { home: parts[0] };
  }

  /** The first value of a keyword. */
  first(key: string): unknown {
    for (const part of this.reading.parts) {
      if (Object.hasOwn(part, key)) return part[key];
    }
    return undefined;
  }

  /** All values of a keyword. */
  all(key: string): unknown[] {
    return this.reading.parts.flatMap((part) => (Object.hasOwn(part, key) ? [part[key]] : []));
  }

  /** One schema for all that a keyword holds in the parts. */
  merged(key: string): unknown {
    return this.#side?.merge(this.all(key));
  }

  /** The members of a keyword's map in all parts; what several have, merged. */
  members(key: string): ReadonlyMap<string, PropertyView> {
    const found = new Map<string, PropertyView>();
    for (const part of this.reading.parts) {
      const home = get(part, key);
      for (const [name, schema] of getEntries(part, key)) {
        const known = found.get(name);
        if (known === undefined)
          found.set(name, { schema, spot: { home: home as object, key: name } });
        else found.set(name, { ...known, schema: this.#side?.merge([known.schema, schema]) });
      }
    }
    return found;
  }

  get properties(): ReadonlyMap<string, PropertyView> {
    return (this.#properties ??= this.members("properties"));
  }

  get required(): ReadonlySet<string> {
    return (this.#required ??= new Set(
      this.all("required").flatMap((list) =>
        Array.isArray(list) ? list.filter((name) => typeof name === "string") : [],
      ),
    ));
  }

  /** The types that a value may have, with their formats, but for null; `undefined` where it may have any. */
  get tokens(): readonly TypeToken[] | undefined {
    if (this.#tokens === null) this.#tokens = this.#readTokens();
    return this.#tokens;
  }

  #readTokens(): readonly TypeToken[] | undefined {
    const { parts, unions, typeUnions } = this.reading;
    const own = parts.flatMap((part) => {
      const tokens = tokensOf(part);
      // `type: "null"` beside alternatives of other types is one more of them.
      const isNullAlone = tokens?.length === 0 && unions.length + typeUnions.length > 0;
      return tokens === undefined || isNullAlone ? [] : [tokens];
    });
    const all = [...own, ...typeUnions];
    if (all.length > 0) return all.reduce(meet);
    return unions.length > 0 ? undefined : inferTokens(this);
  }

  /** Whether null is a value of it; `undefined` where any value is. */
  get isNullable(): boolean | undefined {
    const { parts, unions, isNullUnion } = this.reading;
    const isTyped = (part: JsonObject) => givenTypes(part) !== undefined;
    const isMarked = (part: JsonObject) => get(part, "nullable") === true;
    if (isNullUnion || parts.some((part) => isMarked(part) && !isTyped(part))) return true;
    const typed = parts.filter(isTyped);
    if (typed.length > 0)
      return typed.every((part) => isMarked(part) || givenTypes(part)?.includes("null"));
    if (unions.length > 0) return this.#isAlternativeNullable();
    const values = this.first("enum");
    if (Array.isArray(values)) return values.includes(null);
    if (parts.some((part) => Object.hasOwn(part, "const"))) return this.first("const") === null;
    return this.tokens === undefined ? undefined : false;
  }

  #isAlternativeNullable(): boolean {
    if (this.#isReadingNull) return false;
    this.#isReadingNull = true;
    const isNullable = this.reading.unions.every(({ members }) =>
      members.some(({ schema }) => this.#side?.view(schema).isNullable === true),
    );
    this.#isReadingNull = false;
    return isNullable;
  }

  /** Whether it says nothing of a value. */
  get isAnything(): boolean {
    const { parts, unions, typeUnions, valueUnions, isForbidden } = this.reading;
    if (isForbidden || unions.length + typeUnions.length + valueUnions.length > 0) return false;
    return parts.every((part) =>
      Object.keys(part).every((key) => ANNOTATIONS.has(key) || key.startsWith("x-")),
    );
  }

  /** The alternatives of the first union, each with all else that the schema says; none without a union. */
  get forms(): readonly SchemaView[] {
    return (this.#forms ??= this.#readForms());
  }

  #readForms(): readonly SchemaView[] {
    const side = this.#side;
    const [union, ...others] = this.reading.unions;
    if (union === undefined || side === undefined) return [];
    const { parts } = this.reading;
    // Each further union multiplies the forms.
    const tooMany = others.slice(MOST_UNIONS - 1);
    const dropped = new Set([
      ...this.#dropped,
      ...[union, ...tooMany].flatMap(({ lists }) => lists),
    ]);
    return union.members.map(({ schema }) => {
      const form = new SchemaView(side, readSchema(side, [...parts, schema], dropped), true);
      form.#dropped = dropped;
      return form;
    });
  }
}

/** How many unions that a value has to fit at once are looked at. */
const MOST_UNIONS = 3;

const EMPTY: SchemaReading = {
  parts: [],
  unions: [],
  typeUnions: [],
  valueUnions: [],
  isNullUnion: false,
  isForbidden: false,
};

/** A schema that takes any value. */
export const ANYTHING = new SchemaView(undefined, EMPTY);

/** A schema that takes none. */
export const NOTHING = new SchemaView(undefined, { ...EMPTY, isForbidden: true });
