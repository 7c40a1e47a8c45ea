import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";
import { emitPackage } from "../../emit/emit-package.js";
import type { PackagePlan } from "../../plan/package-plan.js";

/** The version that a file or a type is of. */
export type Version = "old" | "now";

/** Something of both versions. */
export type Both<T> = Readonly<Record<Version, T>>;

/** Types of what openapi-fetch does are made of the same types, and told by the paths of the plan. */
const LEFT_OUT = new Set(["paths.ts", "clientgen.manifest.json"]);

/** The files of a client that its callers' types come from, in memory, below a folder of its version. */
export async function clientFiles(
  plan: PackagePlan,
  version: Version,
): Promise<Map<string, string>> {
  const files = await emitPackage(plan, { source: "the document" }, async (text) => text);
  return new Map(
    files
      .filter(({ path }) => !LEFT_OUT.has(path))
      .map(({ path, content }) => [`/${version}/${path}`, content]),
  );
}

/** The exported types of one version of a client. */
export class ClientTypes {
  readonly #checker: ts.TypeChecker;
  readonly #exports = new Map<string, ts.Symbol>();
  readonly #locals: ReadonlyMap<string, ts.Symbol>;

  /** @param program has the version's entry, as source or as declarations. */
  constructor(program: ts.Program, version: Version) {
    this.#checker = program.getTypeChecker();
    const index =
      program.getSourceFile(`/${version}/index.ts`) ??
      program.getSourceFile(`/${version}/index.d.ts`);
    const { Type, Value } = compiler.SymbolFlags;
    const locals = index ? this.#checker.getSymbolsInScope(index, Type | Value) : [];
    this.#locals = new Map(
      locals
        .filter(({ declarations }) => declarations?.[0]?.getSourceFile() === index)
        .map((symbol) => [symbol.name, symbol]),
    );
    const module = index && this.#checker.getSymbolAtLocation(index);
    for (const symbol of module ? this.#checker.getExportsOfModule(module) : []) {
      const isAlias = (symbol.flags & compiler.SymbolFlags.Alias) !== 0;
      const target = isAlias ? this.#checker.getAliasedSymbol(symbol) : symbol;
      this.#exports.set(symbol.name, target);
    }
  }

  /** Every name that a caller can import. */
  get names(): Iterable<string> {
    return this.#exports.keys();
  }

  /** Whether `name` can be imported at all. */
  hasAny(name: string): boolean {
    return this.#exports.has(name);
  }

  /** Whether `name` can be imported as a type, or as a value. */
  has(name: string, as: "type" | "value"): boolean {
    const { Type, Value } = compiler.SymbolFlags;
    const flags = this.#exports.get(name)?.flags ?? 0;
    return (flags & (as === "type" ? Type : Value)) !== 0;
  }

  /** The exported type called `name`. */
  type(name: string): ts.Type | undefined {
    const symbol = this.#exports.get(name);
    return symbol && this.has(name, "type")
      ? this.#checker.getDeclaredTypeOfSymbol(symbol)
      : undefined;
  }

  /** The same of a type that the entry declares, and may keep to itself. */
  declared(name: string): ts.Type | undefined {
    const symbol = this.#exports.get(name) ?? this.#locals.get(name);
    const isType = symbol && (symbol.flags & compiler.SymbolFlags.Type) !== 0;
    return isType ? this.#checker.getDeclaredTypeOfSymbol(symbol) : undefined;
  }

  /** The type of the exported value called `name`. */
  value(name: string): ts.Type | undefined {
    const symbol = this.#exports.get(name);
    return symbol && this.has(name, "value") ? this.#checker.getTypeOfSymbol(symbol) : undefined;
  }

  /** The type of a member of the exported type called `name`. */
  member(name: string, member: string): ts.Type | undefined {
    const type = this.type(name);
    const property = type && this.#checker.getPropertyOfType(type, member);
    return property && this.#checker.getTypeOfSymbol(property);
  }

  /** The type of the body of an operation's errors. */
  errorBody(functionName: string): ts.Type {
    const declaration = this.#exports.get(functionName)?.valueDeclaration;
    const type =
      declaration && compiler.isFunctionDeclaration(declaration) ? declaration.type : undefined;
    const body = type && compiler.isTypeReferenceNode(type) ? type.typeArguments?.[1] : undefined;
    return body ? this.#checker.getTypeFromTypeNode(body) : this.#checker.getUnknownType();
  }
}
