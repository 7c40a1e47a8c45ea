import ts from "typescript";
import { isOpenString } from "./literals.ts";

const DEEPEST = 12;
/** Interfaces of the platform and of the runtime are not taken apart. */
const OPAQUE =
  /^(Blob|File|Date|ArrayBuffer|Uint8Array|ReadableStream|Response|Headers|Secret|Error)$/;
const PRIMITIVE =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.Null |
  ts.TypeFlags.Undefined;

/** Reads values as careful callers do: every property, each into a variable of the type it has. */
export class Reads {
  readonly #checker: ts.TypeChecker;
  /** The names under which the client exports types. */
  readonly #exported: ReadonlySet<string>;
  #count = 0;

  constructor(checker: ts.TypeChecker, exported: ReadonlySet<string>) {
    this.#checker = checker;
    this.#exported = exported;
  }

  /** Statements that read what the expression has, and all within. */
  write(expression: string, type: ts.Type, within: readonly ts.Type[] = []): string {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never)) return "";
    const name = `v${(this.#count += 1)}`;
    const annotation = this.#annotation(type);
    const declaration = `const ${name}${annotation ? `: ${annotation}` : ""} = ${expression};\n`;
    if (within.includes(type) || within.length > DEEPEST) return declaration;
    return declaration + this.#inside(name, type, [...within, type]);
  }

  /** The name of an exported type, or the type itself where it is made of primitives. */
  #annotation(type: ts.Type): string | undefined {
    const members = type.isUnion() ? type.types : [type];
    const absent = members.filter(
      ({ flags }) => flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null),
    );
    const alias = type.aliasSymbol ?? this.#checker.getNonNullableType(type).aliasSymbol;
    const isPlain = (this.#checker.getNonNullableType(type).aliasTypeArguments ?? []).length === 0;
    if (alias && isPlain && this.#exported.has(alias.name)) {
      return [alias.name, ...absent.map((one) => this.#checker.typeToString(one))].join(" | ");
    }
    const names = members.map((one) => this.#name(one));
    // Whoever handles each kind of answer names the kinds.
    if (members.length > absent.length + 1 && !names.includes(undefined)) return names.join(" | ");
    if (!members.every((one) => one.flags & PRIMITIVE || isOpenString(one))) return undefined;
    // An open enum is read as a string by those who don't name it.
    if (members.some(isOpenString)) {
      return ["string", ...absent.map((one) => this.#checker.typeToString(one))].join(" | ");
    }
    return this.#checker.typeToString(
      type,
      undefined,
      ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias,
    );
  }

  /** What an exported interface, or a type without a name, is called. */
  #name(type: ts.Type): string | undefined {
    if (type.flags & PRIMITIVE) return this.#checker.typeToString(type);
    const { name } = type.aliasSymbol ?? type.symbol ?? {};
    const isPlain = (type.aliasTypeArguments ?? []).length === 0;
    return name !== undefined && isPlain && this.#exported.has(name) ? name : undefined;
  }

  #inside(name: string, type: ts.Type, within: readonly ts.Type[]): string {
    const present = this.#checker.getNonNullableType(type);
    if (present !== type) {
      const inner = this.#inside(name, present, [...within, present]);
      return inner && `if (${name} !== undefined && ${name} !== null) {\n${inner}}\n`;
    }
    if (type.isUnion()) return this.#union(name, type, within);
    if (type.flags & PRIMITIVE || isOpenString(type)) return "";
    if (type.symbol?.name === "Secret") return `void ${name}.reveal();\n`;
    if (OPAQUE.test(type.symbol?.name ?? "")) return "";
    if (this.#checker.isArrayType(type)) {
      const [item] = this.#checker.getTypeArguments(type as ts.TypeReference);
      const each = `i${(this.#count += 1)}`;
      const inner = item && this.write(each, item, within);
      return `for (const ${each} of ${name}) {\n${inner ?? ""}}\n`;
    }
    if (type.symbol?.name === "ItemStream") {
      const [item] = this.#checker.getTypeArguments(type as ts.TypeReference);
      const each = `i${(this.#count += 1)}`;
      const inner = item && this.write(each, item, within);
      return `for await (const ${each} of ${name}) {\n${inner ?? ""}}\n`;
    }
    if (type.getCallSignatures().length > 0) return "";
    return this.#properties(name, type, within);
  }

  #properties(name: string, type: ts.Type, within: readonly ts.Type[]): string {
    let text = "";
    for (const property of this.#checker.getPropertiesOfType(type)) {
      const found = this.#checker.getTypeOfSymbol(property);
      if (this.#checker.getNonNullableType(found).flags & ts.TypeFlags.Never) continue;
      text += this.write(access(name, property.name), found, within);
    }
    for (const { type: value } of this.#checker.getIndexInfosOfType(type)) {
      const each = `i${(this.#count += 1)}`;
      const inner = this.write(each, value, within);
      text += `for (const ${each} of Object.values(${name})) {\n${inner}}\n`;
    }
    return text;
  }

  #union(name: string, type: ts.UnionType, within: readonly ts.Type[]): string {
    const objects = type.types.filter(
      (one) => !(one.flags & PRIMITIVE) && !isOpenString(one) && !this.#checker.isArrayType(one),
    );
    if (objects.length === 0) return "";
    const tag = objects.length === type.types.length ? this.#tag(objects) : undefined;
    if (tag !== undefined) {
      const cases = objects.map((one) => {
        const values = this.#literals(one, tag).map((value) => `case ${value}:`);
        return `${values.join(" ")} {\n${this.#inside(name, one, [...within, one])}break;\n}\n`;
      });
      // Who handles every kind has the compiler tell of a new one.
      return `switch (${access(name, tag)}) {\n${cases.join("")}default: {\nconst none: never = ${name};\nvoid none;\n}\n}\n`;
    }
    const others = type.types.length - objects.length;
    const [only] = objects;
    const inner =
      only && objects.length === 1
        ? this.#inside(name, only, [...within, only])
        : this.#apart(name, objects, within);
    return others === 0
      ? inner
      : `if (typeof ${name} === "object" && ${name} !== null && !Array.isArray(${name})) {\n${inner}}\n`;
  }

  /** Members that nothing tells apart but their properties: what all have is read, then what each has alone. */
  #apart(name: string, objects: readonly ts.Type[], within: readonly ts.Type[]): string {
    const names = objects.map(
      (one) => new Set(this.#checker.getPropertiesOfType(one).map((property) => property.name)),
    );
    return objects
      .map((one, index) => {
        const own = this.#checker
          .getPropertiesOfType(one)
          .find((property) => names.every((set, at) => at === index || !set.has(property.name)));
        // Others may be open to the name, which leaves its type unknown.
        const closed = objects.every(
          (other) => this.#checker.getIndexInfosOfType(other).length === 0,
        );
        if (!own || !closed) return "";
        const read = this.write(access(name, own.name), this.#checker.getTypeOfSymbol(own), [
          ...within,
          one,
        ]);
        return `if (${JSON.stringify(own.name)} in ${name}) {\n${read}}\n`;
      })
      .join("");
  }

  #tag(objects: readonly ts.Type[]): string | undefined {
    const [first] = objects;
    return (
      first &&
      this.#checker
        .getPropertiesOfType(first)
        .map((property) => property.name)
        .find((name) => {
          const values = objects.flatMap((one) => this.#literals(one, name));
          return (
            objects.every((one) => this.#literals(one, name).length > 0) &&
            new Set(values).size === values.length
          );
        })
    );
  }

  /** The values of a property whose type is of nothing but literals. */
  #literals(type: ts.Type, name: string): string[] {
    const property = type.getProperty(name);
    if (!property) return [];
    const found = this.#checker.getTypeOfSymbol(property);
    const members = found.isUnion() ? found.types : [found];
    return members.every((one) => one.isStringLiteral())
      ? members.map((one) => JSON.stringify(one.value))
      : [];
  }
}

/** A property, as formatters leave it. */
export function access(name: string, property: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(property)
    ? `${name}.${property}`
    : `${name}[${JSON.stringify(property)}]`;
}
