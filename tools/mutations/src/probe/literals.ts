import ts from "typescript";
import { unasked, type Chosen } from "./unasked.ts";

/** Which of the values of a type is written. */
export interface Wanted {
  /**
   * Which fields: `all` that may be there; only the `required`; or these and the `containers` of others, so
   * that objects deep down have only what they require.
   */
  readonly fields: "all" | "containers" | "required";
  /** Which member of each union, counted round; another turn reaches other values of an enum. */
  readonly turn: number;
  /** Gives values of exported types those types, as callers do who build them apart from the call. */
  readonly isNamed?: boolean;
  /** What the operation's type parameters stand for. */
  readonly chosen?: Chosen;
  /** Properties that are left out, of the outermost object. */
  readonly without?: ReadonlySet<string>;
}

/** Values of enums that are written in one go are at most as many. */
const MOST_TURNS = 60;
const DEEPEST = 12;

/** What people write for things that have no literal. */
const THINGS: Readonly<Record<string, string>> = {
  Blob: 'new Blob(["text"])',
  File: 'new File(["text"], "text.txt")',
  Date: "new Date(0)",
  FormData: "new FormData()",
  URLSearchParams: "new URLSearchParams()",
  ArrayBuffer: "new ArrayBuffer(1)",
  Uint8Array: "new Uint8Array(1)",
  ReadableStream: "new ReadableStream()",
};

/** Writes values of types as callers do: from what the types say, field by field. */
export class Literals {
  readonly #checker: ts.TypeChecker;
  /** The names under which the client exports types. */
  readonly #exported: ReadonlySet<string>;

  constructor(checker: ts.TypeChecker, exported: ReadonlySet<string>) {
    this.#checker = checker;
    this.#exported = exported;
  }

  /** How many turns show every member of every union. */
  turns(type: ts.Type): number {
    return Math.min(MOST_TURNS, this.#widest(type, new Set(), 0));
  }

  /** A value of the type; `undefined` if there is none, or none that ends. */
  write(given: ts.Type, wanted: Wanted, within: readonly ts.Type[] = []): string | undefined {
    const type = unasked(this.#checker, given, wanted.chosen);
    const text = this.#value(type, wanted, within);
    const name = wanted.isNamed === true ? this.#nameOf(type) : undefined;
    return text === undefined || name === undefined ? text : `typed<${name}>(${text})`;
  }

  #nameOf(type: ts.Type): string | undefined {
    const { name } = type.aliasSymbol ?? type.symbol ?? {};
    const isPlain = (type.aliasTypeArguments ?? []).length === 0;
    return name !== undefined && isPlain && this.#exported.has(name) ? name : undefined;
  }

  #value(type: ts.Type, wanted: Wanted, within: readonly ts.Type[]): string | undefined {
    if (within.length > DEEPEST || within.filter((one) => one === type).length > 1)
      return undefined;
    const { flags } = type;
    if (flags & ts.TypeFlags.StringLiteral)
      return JSON.stringify((type as ts.StringLiteralType).value);
    if (flags & ts.TypeFlags.NumberLiteral) return String((type as ts.NumberLiteralType).value);
    if (flags & ts.TypeFlags.BooleanLiteral) return this.#checker.typeToString(type);
    if (flags & ts.TypeFlags.Null) return "null";
    if (flags & (ts.TypeFlags.Never | ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return undefined;
    if (flags & ts.TypeFlags.Number) return "1";
    if (flags & ts.TypeFlags.TypeParameter) {
      const key = wanted.chosen?.get(type.symbol.name);
      return key === undefined ? undefined : JSON.stringify(key);
    }
    if (flags & (ts.TypeFlags.String | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return '"text"';
    if (type.isUnion()) return this.#oneOf(type, wanted, within);
    if (isOpenString(type)) return '"text"';
    if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection | ts.TypeFlags.NonPrimitive)) {
      return this.#object(type, wanted, within);
    }
    return undefined;
  }

  /** Whether it is wanted for the objects in it. */
  #contains(given: ts.Type, { fields, chosen }: Wanted): boolean {
    if (fields !== "containers") return false;
    const type = unasked(this.#checker, this.#checker.getNonNullableType(given), chosen);
    const present = this.#checker.getNonNullableType(type);
    const [item] = this.#checker.isArrayType(present)
      ? this.#checker.getTypeArguments(present as ts.TypeReference)
      : [present];
    const members = item?.isUnion() ? item.types : [item];
    return members.some((one) => one !== undefined && isObject(one));
  }

  #oneOf(type: ts.UnionType, wanted: Wanted, within: readonly ts.Type[]): string | undefined {
    const { types } = type;
    for (let step = 0; step < types.length; step += 1) {
      const chosen = types[(wanted.turn + step) % types.length];
      const text = chosen && this.write(chosen, wanted, within);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  #object(type: ts.Type, wanted: Wanted, within: readonly ts.Type[]): string | undefined {
    const inside = [...within, type];
    const { without, ...deeper } = wanted;
    const thing = THINGS[type.symbol?.name ?? ""];
    if (thing !== undefined) return thing;
    if (this.#checker.isArrayType(type) || this.#checker.isTupleType(type)) {
      return this.#array(type as ts.TypeReference, deeper, inside);
    }
    if (type.getCallSignatures().length > 0) return undefined;
    const fields: string[] = [];
    for (const property of this.#checker.getPropertiesOfType(type)) {
      if (without?.has(property.name)) continue;
      const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      const type = this.#checker.getTypeOfSymbol(property);
      if (isOptional && wanted.fields !== "all" && !this.#contains(type, wanted)) continue;
      const value = this.write(type, deeper, inside);
      if (value !== undefined) fields.push(`${JSON.stringify(property.name)}: ${value}`);
      else if (!isOptional) return undefined;
    }
    const [index] = this.#checker.getIndexInfosOfType(type);
    const value =
      index && wanted.fields !== "required" ? this.write(index.type, deeper, inside) : undefined;
    if (value !== undefined) fields.push(`"any name": ${value}`);
    return `{ ${fields.join(", ")} }`;
  }

  #array(type: ts.TypeReference, wanted: Wanted, within: readonly ts.Type[]): string | undefined {
    const items = this.#checker.getTypeArguments(type);
    if (!this.#checker.isTupleType(type) && wanted.fields === "required") return "[]";
    const values = items.map((item) => this.write(item, wanted, within));
    if (this.#checker.isTupleType(type)) {
      return values.includes(undefined) ? undefined : `[${values.join(", ")}]`;
    }
    return `[${values.filter((value) => value !== undefined).join(", ")}]`;
  }

  #widest(given: ts.Type, seen: Set<ts.Type>, depth: number): number {
    const type = unasked(this.#checker, given);
    if (seen.has(type) || depth > DEEPEST) return 1;
    seen.add(type);
    const members = type.isUnion() ? type.types : [];
    const inside = [
      ...members,
      ...(isObject(type) && THINGS[type.symbol?.name ?? ""] === undefined
        ? [
            ...(this.#checker.isArrayType(type)
              ? this.#checker.getTypeArguments(type as ts.TypeReference)
              : this.#checker
                  .getPropertiesOfType(type)
                  .map((one) => this.#checker.getTypeOfSymbol(one))),
            ...this.#checker.getIndexInfosOfType(type).map((one) => one.type),
          ]
        : []),
    ];
    return Math.max(1, members.length, ...inside.map((one) => this.#widest(one, seen, depth + 1)));
  }
}

/** `string & {}`: any string, beside values that editors offer. */
export function isOpenString(type: ts.Type): boolean {
  return type.isIntersection() && type.types.some((one) => one.flags & ts.TypeFlags.String);
}

function isObject(type: ts.Type): boolean {
  return (
    (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 && !isOpenString(type)
  );
}
