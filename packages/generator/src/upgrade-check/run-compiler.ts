import { spawn } from "node:child_process";
import { isAbsolute, resolve } from "node:path";
import { slashes } from "./entry-paths.js";
import type { Compiler } from "./find-compiler.js";

/** An error that tsc found. */
export interface Diagnostic {
  /** Absolute path, with `/`; below a package's name where it is told; absent for an error of no file. */
  readonly file: string | undefined;
  /** 1-based, 0 without a file. */
  readonly line: number;
  /** 1-based, in UTF-16 code units, 0 without a file. */
  readonly column: number;
  /** `TS2345`. */
  readonly code: string;
  /** The message's lines: the first says what, each other why, one step deeper. */
  readonly lines: readonly string[];
}

/** What tsc said of a program. */
export interface CompilerRun {
  readonly errors: readonly Diagnostic[];
  /** Absolute paths of all files of the program, with `/` and without links. */
  readonly files: readonly string[];
  /** All else that it printed. */
  readonly others: string;
}

/** `file(line,column): error TS1234: message`, as every tsc since 1.0 prints without `--pretty`. */
const IN_FILE = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/;
const WITHOUT_FILE = /^error (TS\d+): (.*)$/;

/**
 * Runs tsc on a configuration.
 *
 * @param folder the working folder: paths are printed relative to it.
 * @param signal ends it early.
 */
export async function runCompiler(
  { script }: Compiler,
  config: string,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<CompilerRun> {
  const flags = ["--pretty", "false", "--listFiles", "--explainFiles", "false"];
  const child = spawn(process.execPath, [script, "-p", config, ...flags], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    ...(signal === undefined ? {} : { signal }),
  });
  let text = "";
  let failure = "";
  child.stdout.setEncoding("utf8").on("data", (data: string) => (text += data));
  child.stderr.setEncoding("utf8").on("data", (data: string) => (failure += data));
  await new Promise<void>((done, fail) => {
    child.once("error", fail).once("close", () => done());
  });
  const { errors, files, others } = readOutput(text, folder);
  return { errors, files, others: [others, failure].join("\n").trim() };
}

/**
 * Takes apart what tsc prints with `--pretty false --listFiles`.
 *
 * @param folder what its paths are relative to.
 */
export function readOutput(text: string, folder: string): CompilerRun {
  const errors: (Diagnostic & { lines: string[] })[] = [];
  const files: string[] = [];
  const others: string[] = [];
  let last: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [, file, row = "0", column = "0", code = "", message = ""] = IN_FILE.exec(line) ?? [];
    const [, codeAlone, messageAlone = ""] = WITHOUT_FILE.exec(line) ?? [];
    if (file !== undefined || codeAlone !== undefined) {
      last = [file === undefined ? messageAlone : message];
      const path = file === undefined ? undefined : slashes(resolve(folder, file));
      const place = { file: path, line: Number(row), column: Number(column) };
      errors.push({ ...place, code: codeAlone ?? code, lines: last });
    } else if (last && /^\s+\S/.test(line)) last.push(line.trim());
    else {
      last = undefined;
      if (isAbsolute(line)) files.push(slashes(line));
      else if (line !== "") others.push(line);
    }
  }
  return { errors, files, others: others.join("\n") };
}
