import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";
import { compile, type CompileSettings } from "./compile.js";
import { type Probe, probeText } from "./probe.js";

const PROBES = "/probes.ts";
const HEAD = 'import * as Old from "./old/index.js";\nimport * as Now from "./now/index.js";\n';

/** How much of a message is told: the types in it may be long. */
const LONGEST = 600;

/**
 * Asks TypeScript what it says of code that was written for the old version.
 *
 * @param files both versions, below `/old/` and `/now/`.
 * @param questions for each of them several probes, of which the first that fails answers.
 * @returns code and text of the first error for each question; `undefined` where everything compiles.
 */
export function askCompiler(
  files: ReadonlyMap<string, string>,
  questions: readonly (readonly Probe[])[],
  settings: CompileSettings,
): (string | undefined)[] {
  const probes = questions.flat();
  if (probes.length === 0) return questions.map(() => undefined);
  const text = HEAD + probes.map((probe, index) => `${probeText(probe, `p${index}`)}\n`).join("");
  const program = compile(new Map(files).set(PROBES, text), settings);
  const file = program.getSourceFile(PROBES);
  if (!file) return questions.map(() => undefined);
  const headLines = HEAD.split("\n").length - 1;
  const byProbe = new Map<number, string>();
  for (const diagnostic of program.getSemanticDiagnostics(file)) {
    const { line } = file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
    const index = line - headLines;
    if (!byProbe.has(index)) byProbe.set(index, shown(diagnostic));
  }
  let next = 0;
  return questions.map((question) => {
    const first = next;
    next += question.length;
    const index = question.findIndex((_, offset) => byProbe.has(first + offset));
    return index === -1 ? undefined : byProbe.get(first + index);
  });
}

function shown({ code, messageText }: ts.Diagnostic): string {
  // Types of one name are told apart by the files of both versions, which exist nowhere.
  const text = compiler
    .flattenDiagnosticMessageText(messageText, "\n")
    .replaceAll(
      /import\("\/(old|now)\/[^"]*"\)\./g,
      (_, side) => `${side === "old" ? "Old" : "Now"}.`,
    );
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return `TS${code}: ${short}`;
}
