import { posix } from "node:path";
import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";
import { RUNTIME } from "../../emit/imports.js";
import { RUNTIME_FILE } from "./runtime-types.js";
import { STANDARD_FILE, STANDARD_TYPES } from "./standard-types.js";

const { JSDocParsingMode, ModuleKind, ModuleResolutionKind, ScriptTarget } = compiler;

/** As strict as a caller's project can be expected to be. */
const OPTIONS: ts.CompilerOptions = {
  module: ModuleKind.ESNext,
  moduleResolution: ModuleResolutionKind.Bundler,
  noEmit: true,
  noLib: true,
  skipLibCheck: true,
  strict: true,
  target: ScriptTarget.ESNext,
  types: [],
};

/**
 * Makes a program of files that are in memory alone. Nothing is checked until it is asked for.
 *
 * @param files source text by absolute path; imports end in `.js` and name these.
 * @param before a program that shares files with this one, which are not parsed again.
 */
export function compile(files: ReadonlyMap<string, string>, before?: ts.Program): ts.Program {
  const all = new Map(files).set(STANDARD_FILE, STANDARD_TYPES);
  const host: ts.CompilerHost = {
    fileExists: (path) => all.has(path),
    getCanonicalFileName: (path) => path,
    getCurrentDirectory: () => "/",
    getDefaultLibFileName: () => STANDARD_FILE,
    getNewLine: () => "\n",
    getSourceFile(path) {
      const text = all.get(path);
      if (text === undefined) return undefined;
      const known = before?.getSourceFile(path);
      if (known?.text === text) return known;
      return parse(path, text);
    },
    readFile: (path) => all.get(path),
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const path = pathOf(text, from);
        if (!all.has(path)) return { resolvedModule: undefined };
        const extension = path.endsWith(".d.ts") ? ".d.ts" : ".ts";
        return { resolvedModule: { resolvedFileName: path, extension } };
      }),
    useCaseSensitiveFileNames: () => true,
    writeFile: () => undefined,
  };
  return compiler.createProgram([...all.keys()], OPTIONS, host, before);
}

/** Reads a file, and leaves out what its comments say. */
export function parse(path: string, text: string): ts.SourceFile {
  const options = {
    languageVersion: ScriptTarget.ESNext,
    jsDocParsingMode: JSDocParsingMode.ParseNone,
  };
  return compiler.createSourceFile(path, text, options, true);
}

function pathOf(name: string, from: string): string {
  if (name === RUNTIME) return RUNTIME_FILE;
  return posix.join(posix.dirname(from), name).replace(/\.js$/, ".ts");
}
