import { resolve } from "node:path";
import ts from "typescript";
import { emitPackage } from "../../../src/emit/emit-package.js";
import { planOf } from "../../support/stages.js";

/** A consumer's code, and the client that it is compiled against. */
export interface Consumer {
  readonly name: string;
  /** The client's document. */
  readonly document: string;
  /** It has `shop`, a client, `secret`, one that wraps secrets, and `types`, the package. */
  readonly code: string;
}

const ROOT = resolve(import.meta.dirname, "in-memory");

const OPTIONS: ts.CompilerOptions = {
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  target: ts.ScriptTarget.ES2022,
  types: [],
};

/**
 * Compiles consumers against the clients of their documents, with the runtime's own types and the whole library.
 *
 * @returns what the compiler says to each, by its name: nothing where it compiles.
 */
export async function compileConsumers(
  consumers: readonly Consumer[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const files = new Map<string, string>();
  for (const [index, { document, code }] of consumers.entries()) {
    const folder = resolve(ROOT, String(index));
    const { plan } = planOf(document);
    for (const { path, content } of await emitPackage(
      plan,
      { source: "x" },
      async (text) => text,
    )) {
      files.set(resolve(folder, path), content);
    }
    const secret = plan.operations.some(({ givesSecrets }) => givesSecrets)
      ? ", wrapSecrets: true"
      : "";
    const factory = `create${plan.client}Client`;
    const options = `baseUrl: "https://127.0.0.1"`;
    const head = `import * as types from "./index.js";
export const shop = types.${factory}({ ${options} });
export const secret = types.${factory}({ ${options}${secret} });
export async function use() {\n`;
    files.set(resolve(folder, "consumer.ts"), `${head}${code}\n}\n`);
  }
  const disk = ts.createCompilerHost(OPTIONS);
  const host: ts.CompilerHost = {
    ...disk,
    directoryExists: (path) => path.startsWith(ROOT) || disk.directoryExists?.(path) === true,
    fileExists: (path) => files.has(path) || disk.fileExists(path),
    readFile: (path) => files.get(path) ?? disk.readFile(path),
    getSourceFile(path, ...others) {
      const text = files.get(path);
      return text === undefined
        ? disk.getSourceFile(path, ...others)
        : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    },
  };
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  return new Map(
    consumers.map(({ name }, index) => {
      const file = program.getSourceFile(resolve(ROOT, String(index), "consumer.ts"));
      const said = program.getSemanticDiagnostics(file);
      return [
        name,
        said.map(
          ({ code, messageText }) =>
            `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
        ),
      ];
    }),
  );
}
