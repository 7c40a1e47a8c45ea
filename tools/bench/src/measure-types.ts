import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { COMPILERS, type CompilerVersion } from "./paths.ts";

/** What a compiler says that a project cost. */
export interface TypeCost {
  readonly instantiations: number;
  readonly checkSeconds: number;
  readonly totalSeconds: number;
  /** Lines of all files that were read. */
  readonly lines: number;
  /** The lines that tell of errors. */
  readonly errors: readonly string[];
}

/** The compiler's options that all projects have. */
export const STRICT = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  module: "nodenext",
  moduleResolution: "nodenext",
  strict: true,
  types: [],
  skipLibCheck: true,
};

/**
 * Type-checks one file and all that it imports, on one thread.
 *
 * @param folder where the file is written; its `node_modules` have what it imports.
 * @param source the file's text.
 * @param options the compiler's options besides.
 */
export async function measureTypes(
  version: CompilerVersion,
  folder: string,
  source: string,
  options: Readonly<Record<string, unknown>> = {},
): Promise<TypeCost> {
  const project = join(folder, "tsconfig.caller.json");
  writeFileSync(join(folder, "caller.ts"), source);
  const config = { compilerOptions: { ...STRICT, noEmit: true, ...options }, files: ["caller.ts"] };
  writeFileSync(project, JSON.stringify(config));
  const threads = version === "5.9" ? [] : ["--singleThreaded"];
  const args = [COMPILERS[version], "-p", project, "--extendedDiagnostics", ...threads];
  const said = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
  return readDiagnostics(said);
}

/** Reads what `tsc --extendedDiagnostics` prints. Compilers before 7 count lines by kind. */
export function readDiagnostics(said: string): TypeCost {
  const find = (name: string) => {
    const found = new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(said);
    if (!found) throw new Error(`The compiler does not tell its ${name}: ${said.slice(0, 500)}`);
    return Number(found[1]);
  };
  const lines = [...said.matchAll(/^Lines(?: of \w+)?:\s+(\d+)/gm)].map(([, count]) =>
    Number(count),
  );
  return {
    instantiations: find("Instantiations"),
    checkSeconds: find("Check time"),
    totalSeconds: find("Total time"),
    lines: lines.reduce((sum, count) => sum + count, 0),
    errors: said.match(/^.*error TS\d+.*$/gm) ?? [],
  };
}
