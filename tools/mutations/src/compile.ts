import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** A folder that is on no disk. Beside it the clients find the runtime. */
const FOLDER = fileURLToPath(new URL("../in-memory/", import.meta.url));

/** As strict as consumers are who switch on what TypeScript advises. */
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
};

/** Files by their path: `old/index.ts`. */
export type Files = Readonly<Record<string, string>>;

/** A program of files in memory, and what it knows of them. */
export interface Program {
  readonly checker: ts.TypeChecker;
  readonly fileOf: (path: string) => ts.SourceFile;
  /** What the compiler says of one of the files, a line each: `12:5 TS2322: Type ...`. */
  readonly complaints: (path: string) => string[];
}

/** Parsed and bound once for all programs: the libraries and the runtime don't change. */
const parsed = new Map<string, ts.SourceFile>();

/** Makes one program of all files: the libraries are checked once, however many clients there are. */
export function makeProgram(files: Files): Program {
  const texts = new Map(Object.entries(files).map(([path, text]) => [FOLDER + path, text]));
  const folders = new Set([...texts.keys()].flatMap(foldersOf));
  const base = ts.createCompilerHost(OPTIONS);
  const host: ts.CompilerHost = {
    ...base,
    fileExists: (path) => texts.has(path) || (!path.startsWith(FOLDER) && base.fileExists(path)),
    directoryExists: (path) => folders.has(path) || (base.directoryExists?.(path) ?? true),
    readFile: (path) => texts.get(path) ?? base.readFile(path),
    getSourceFile: (path, options, ...others) => {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, options, true);
      const known = parsed.get(path) ?? base.getSourceFile(path, options, ...others);
      if (known) parsed.set(path, known);
      return known;
    },
  };
  const program = ts.createProgram({ rootNames: [...texts.keys()], options: OPTIONS, host });
  const fileOf = (path: string) => {
    const file = program.getSourceFile(FOLDER + path);
    if (!file) throw new Error(`The program has no ${path}.`);
    return file;
  };
  return {
    checker: program.getTypeChecker(),
    fileOf,
    complaints: (path) => {
      const file = fileOf(path);
      return [
        ...program.getSyntacticDiagnostics(file),
        ...program.getSemanticDiagnostics(file),
      ].map((one) => describe(one, file));
    },
  };
}

function foldersOf(path: string): string[] {
  const folder = dirname(path);
  return folder.length < FOLDER.length - 1 ? [] : [folder, ...foldersOf(folder)];
}

function describe({ code, start, messageText }: ts.Diagnostic, file: ts.SourceFile): string {
  const { line, character } = file.getLineAndCharacterOfPosition(start ?? 0);
  const text = ts.flattenDiagnosticMessageText(messageText, "\n");
  return `${line + 1}:${character + 1} TS${code}: ${text.replaceAll(join(FOLDER), "")}`;
}
