import ts from "typescript";
import { makeProgram, type Files, type Program } from "../compile.ts";
import { Literals, type Wanted } from "./literals.ts";
import { rawCalls } from "./raw-calls.ts";
import { access, Reads } from "./reads.ts";
import { othersOf, unasked, type Chosen } from "./unasked.ts";

/** What calls take besides, whatever the document says. */
const RUNTIME_OPTIONS = new Set([
  "timeout",
  "deadline",
  "retries",
  "signal",
  "headers",
  "credentials",
]);

/** What clients take besides. */
const DOCUMENT_OPTIONS = new Set(["environment", "credentials", "serverVariables", "baseUrl"]);

/**
 * Writes what reasonable callers write with a client: it makes one, calls every operation with all fields
 * and with the fewest, reads all answers and errors, names all types and values that are exported.
 *
 * @param files the client, with `index.ts`.
 * @returns a module that imports `./client/index.js`.
 */
export function writeProbe(files: Files): string {
  const program = makeProgram(prefixed("client", files));
  return new Probe(program).write();
}

/** Files in a folder. */
export function prefixed(folder: string, files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]),
  );
}

interface Method {
  readonly name: string;
  readonly signature: ts.Signature;
  /** Which of several signatures. */
  readonly index: number;
}

class Probe {
  readonly #checker: ts.TypeChecker;
  readonly #exports: ReadonlyMap<string, ts.Symbol>;
  readonly #literals: Literals;
  readonly #reads: Reads;

  constructor(program: Program) {
    this.#checker = program.checker;
    const file = program.fileOf("client/index.ts");
    const module = this.#checker.getSymbolAtLocation(file);
    if (!module) throw new Error("The client exports nothing.");
    this.#exports = new Map(
      this.#checker.getExportsOfModule(module).map((one) => [one.name, this.#resolved(one)]),
    );
    this.#literals = new Literals(this.#checker, new Set(this.#exports.keys()));
    this.#reads = new Reads(this.#checker, new Set(this.#exports.keys()));
  }

  write(): string {
    const client = [...this.#exports.keys()].find(
      (name) => name.endsWith("Client") && this.#exports.has(`create${name}`),
    );
    if (client === undefined) throw new Error("The client exports no factory.");
    return [
      `import { ${this.#imports().join(", ")} } from "./client/index.js";\n`,
      "declare function typed<T>(value: T): T;\n",
      this.#clients(client),
      ...this.#operations(client),
      ...rawCalls(
        this.#exports.get(client.replace(/Client$/, "Paths")),
        this.#checker,
        this.#literals,
      ),
      this.#errors(),
      ...[...this.#exports].map(([name, symbol]) => this.#named(name, symbol)),
    ].join("\n");
  }

  #imports(): string[] {
    return [...this.#exports].map(([name, { flags }]) =>
      flags & ts.SymbolFlags.Value ? name : `type ${name}`,
    );
  }

  /** One client for each environment, and with what a document has of other options. */
  #clients(client: string): string {
    const options = this.#exports.get(`${client}Options`);
    if (!options) throw new Error(`The client exports no ${client}Options.`);
    const type = this.#checker.getDeclaredTypeOfSymbol(options);
    const own = this.#checker
      .getPropertiesOfType(type)
      .filter(({ name }) => DOCUMENT_OPTIONS.has(name));
    const turns = Math.max(
      1,
      ...own.map((one) => this.#literals.turns(this.#checker.getTypeOfSymbol(one))),
    );
    const calls = range(turns).map((turn) => {
      const fields = own.map((one) => {
        const value =
          one.name === "baseUrl"
            ? '"https://api.example"'
            : this.#literals.write(this.#present(one), { fields: "all", turn });
        return value === undefined ? "" : `${one.name}: ${value}`;
      });
      const given = `{ ${fields.filter(Boolean).join(", ")} }`;
      return `export const client${turn}: ${client} = create${client}(${given});\n`;
    });
    const wrapping = client.replace(/Client$/, "WrappingClient");
    const wraps = this.#exports.has(wrapping)
      ? `export const wrapping: ${wrapping} = create${client}({ wrapSecrets: true });\n`
      : "";
    return `${calls.join("")}export const client = client0;\n${wraps}`;
  }

  #operations(client: string): string[] {
    const wrapping = client.replace(/Client$/, "WrappingClient");
    return [
      ...this.#methods(client).map((one) => this.#operation(one)),
      ...(this.#exports.has(wrapping) ? this.#methods(wrapping) : []).map((one) =>
        this.#wrapped(one),
      ),
    ];
  }

  #methods(client: string): Method[] {
    const symbol = this.#exports.get(client);
    const type = symbol && this.#checker.getDeclaredTypeOfSymbol(symbol);
    return (type ? this.#checker.getPropertiesOfType(type) : []).flatMap((method) => {
      const signatures = this.#checker.getTypeOfSymbol(method).getCallSignatures();
      return signatures.map((signature, index) => ({ name: method.name, signature, index }));
    });
  }

  #operation({ name, signature, index }: Method): string {
    const called = access("client", name);
    const few = this.#few(signature);
    const calls = range(this.#turnsOf(signature)).map((turn) =>
      this.#call(called, signature, { fields: "all", turn }),
    );
    calls.push(this.#call(called, signature, { fields: "containers", turn: 0 }));
    calls.push(this.#call(called, signature, { fields: "all", turn: 0, isNamed: true }));
    for (const parameter of signature.getTypeParameters() ?? []) {
      for (const key of othersOf(this.#checker, parameter)) {
        calls.push(this.#asked(called, signature, new Map([[parameter.symbol.name, key]])));
      }
    }
    const alone = this.#exports.has(name) ? `await ${name}(client, ${few});\n` : "";
    const answer = few === undefined ? "" : this.#answer(`${called}(${few})`, signature);
    return `export async function ${name}${index}With(): Promise<void> {\n${calls.join("")}${alone}${answer}}\n`;
  }

  /** The same through a client that gives secrets as `Secret`s. */
  #wrapped({ name, signature, index }: Method): string {
    const few = this.#few(signature);
    if (few === undefined) return "";
    const answer = this.#answer(`${access("wrapping", name)}(${few})`, signature);
    return `export async function ${name}${index}Wrapped(): Promise<void> {\n${answer}}\n`;
  }

  /** The arguments that have to be there. */
  #few(signature: ts.Signature): string | undefined {
    const must = signature.getParameters().filter(isRequired).length;
    const wanted = { fields: "required", turn: 0 } as const;
    return this.#arguments(this.#types(signature).slice(0, must), wanted);
  }

  #call(called: string, signature: ts.Signature, wanted: Wanted): string {
    const given = this.#arguments(this.#types(signature), wanted);
    return given === undefined ? "" : `await ${called}(${given});\n`;
  }

  /** A call that says in which media type it sends, or reads. */
  #asked(called: string, signature: ts.Signature, chosen: Chosen): string {
    const given = this.#arguments(this.#types(signature), { fields: "all", turn: 0, chosen });
    const [data] = this.#answers(signature);
    if (given === undefined || data === undefined) return "";
    const read = this.#reads.write("data", unasked(this.#checker, data, chosen));
    return `{\nconst data = await ${called}(${given});\n${read}}\n`;
  }

  #types(signature: ts.Signature): ts.Type[] {
    return signature.getParameters().map((one) => this.#checker.getTypeOfSymbol(one));
  }

  #turnsOf(signature: ts.Signature): number {
    const [first] = this.#types(signature);
    return first === undefined ? 1 : this.#turns(first);
  }

  /** The types of an answer's data and of its error's body. */
  #answers(signature: ts.Signature): readonly ts.Type[] {
    const promised = this.#checker.getReturnTypeOfSignature(signature);
    return this.#checker.getTypeArguments(promised as ts.TypeReference);
  }

  /** An answer with its data, with its response, and as a result with its error. */
  #answer(call: string, signature: ts.Signature): string {
    const [data, error] = this.#answers(signature);
    const read = data && this.#reads.write("data", unasked(this.#checker, data));
    return [
      data ? `const data = await ${call};\n${read}` : "",
      `const { data: other, requestId } = await ${call}.withResponse();\nvoid other;\nvoid requestId;\n`,
      `const result = await ${call}.result();\n`,
      `if (!result.ok && result.error.name === "ApiError") {\n`,
      error ? this.#reads.write("result.error.body", error) : "",
      "}\n",
    ].join("");
  }

  #arguments(types: readonly ts.Type[], wanted: Wanted): string | undefined {
    const values = types.map((type, index) => {
      const isOptions = index === types.length - 1 && this.#isOptions(type);
      const without = isOptions ? { without: RUNTIME_OPTIONS } : {};
      return this.#literals.write(this.#checker.getNonNullableType(type), {
        ...wanted,
        ...without,
      });
    });
    return values.includes(undefined) ? undefined : values.join(", ");
  }

  #isOptions(type: ts.Type): boolean {
    return this.#checker.getNonNullableType(type).getProperty("deadline") !== undefined;
  }

  #turns(type: ts.Type): number {
    return this.#isOptions(type) ? 1 : this.#literals.turns(this.#checker.getNonNullableType(type));
  }

  /** What is caught. */
  #errors(): string {
    const symbol = this.#exports.get("ApiError");
    const type = symbol && this.#checker.getTypeOfSymbol(symbol);
    const [made] = type?.getConstructSignatures() ?? [];
    const body = made?.getReturnType().getProperty("body");
    const read = body ? this.#reads.write("error.body", this.#checker.getTypeOfSymbol(body)) : "";
    return `export async function told(error: unknown): Promise<void> {\nif (error instanceof ApiError) {\n${read}}\n}\n`;
  }

  /** A type under its name; each value of a constant. */
  #named(name: string, symbol: ts.Symbol): string {
    const lines: string[] = [];
    if (symbol.flags & ts.SymbolFlags.Type && !this.#isGeneric(symbol)) {
      lines.push(`export type Its${name} = ${name};\n`);
    }
    if (symbol.flags & ts.SymbolFlags.Variable) {
      const type = this.#checker.getTypeOfSymbol(symbol);
      for (const { name: key } of this.#checker.getPropertiesOfType(type)) {
        lines.push(`void ${access(name, key)};\n`);
      }
    }
    return lines.join("");
  }

  #isGeneric(symbol: ts.Symbol): boolean {
    return (symbol.declarations ?? []).some(
      (one) =>
        (ts.isTypeAliasDeclaration(one) ||
          ts.isInterfaceDeclaration(one) ||
          ts.isClassDeclaration(one)) &&
        (one.typeParameters ?? []).some((parameter) => parameter.default === undefined),
    );
  }

  #present(symbol: ts.Symbol): ts.Type {
    return this.#checker.getNonNullableType(this.#checker.getTypeOfSymbol(symbol));
  }

  #resolved(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }
}

function isRequired(parameter: ts.Symbol): boolean {
  const declaration = parameter.valueDeclaration;
  return (
    declaration !== undefined &&
    ts.isParameter(declaration) &&
    declaration.questionToken === undefined &&
    declaration.initializer === undefined
  );
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
