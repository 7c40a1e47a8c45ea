import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
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

const WHOLE_LIBRARY: ts.CompilerOptions = {
  ...OPTIONS,
  noLib: false,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
};

/** What a program is made from besides its files. */
export interface CompileSettings {
  /** A program that shares files with this one, which are not parsed again. */
  readonly before?: ts.Program | undefined;
  /** `small`: what generated types need of the language and the platform. `whole`: all of TypeScript's own. */
  readonly library?: "small" | "whole";
}

/**
 * Makes a program of files that are in memory alone. Nothing is checked until it is asked for.
 *
 * @param files source text by absolute path; imports end in `.js` and name these.
 */
export function compile(
  files: ReadonlyMap<string, string>,
  { before, library = "small" }: CompileSettings = {},
): ts.Program {
  const isSmall = library === "small";
  const all = new Map(files);
  if (isSmall) all.set(STANDARD_FILE, STANDARD_TYPES);
  const host: ts.CompilerHost = {
    fileExists: (path) => all.has(path),
    getCanonicalFileName: (path) => path,
    getCurrentDirectory: () => "/",
    getDefaultLibFileName: () => (isSmall ? STANDARD_FILE : `${LIBRARY}lib.es2022.d.ts`),
    getDefaultLibLocation: () => LIBRARY,
    getNewLine: () => "\n",
    getSourceFile(path) {
      if (path.startsWith(LIBRARY)) return libraryFile(path);
      const text = all.get(path);
      if (text === undefined) return undefined;
      const known = before?.getSourceFile(path);
      return known?.text === text ? known : parse(path, text);
    },
    readFile: (path) => all.get(path),
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const path = pathOf(text, from);
        const found = [path, path.replace(/\.ts$/, ".d.ts")].find((one) => all.has(one));
        if (found === undefined) return { resolvedModule: undefined };
        const extension = found.endsWith(".d.ts") ? ".d.ts" : ".ts";
        return { resolvedModule: { resolvedFileName: found, extension } };
      }),
    useCaseSensitiveFileNames: () => true,
    writeFile: () => undefined,
  };
  return compiler.createProgram([...all.keys()], isSmall ? OPTIONS : WHOLE_LIBRARY, host, before);
}

/** Reads a file, and leaves out what its comments say. */
function parse(path: string, text: string): ts.SourceFile {
  const options = {
    languageVersion: ScriptTarget.ESNext,
    jsDocParsingMode: JSDocParsingMode.ParseNone,
  };
  return compiler.createSourceFile(path, text, options, true);
}

/** Where TypeScript's own declarations are in memory. */
const LIBRARY = "/library/";

const libraryFiles = new Map<string, ts.SourceFile>();

/** They are the same for every program, and take longer to read than what is compared. */
function libraryFile(path: string): ts.SourceFile | undefined {
  const known = libraryFiles.get(path);
  if (known) return known;
  const folder = dirname(createRequire(import.meta.url).resolve("typescript"));
  const file = parse(path, readFileSync(join(folder, path.slice(LIBRARY.length)), "utf8"));
  libraryFiles.set(path, file);
  return file;
}

function pathOf(name: string, from: string): string {
  if (name === RUNTIME) return RUNTIME_FILE;
  return posix.join(posix.dirname(from), name).replace(/\.js$/, ".ts");
}
