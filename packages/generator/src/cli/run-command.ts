import { type Problem, ProblemsError } from "../problem.js";
import { GENERATOR_VERSION } from "../versions.js";
import { type Command, readArguments } from "./arguments.js";
import { problemLines } from "./grouped-lines.js";
import type { Output } from "./output.js";
import { problemAsJson, resultAsJson } from "./report-result.js";

const output: Output = {
  out: (text) => console.log(text),
  error: (text) => console.error(text),
};

/**
 * Runs the command line to its end.
 *
 * @param args the arguments behind the program's name.
 * @returns the exit code: 2 for problems, which have been told; 3 for a fault of clientgen's own.
 */
export async function runCommand(args: readonly string[]): Promise<number> {
  const start = performance.now();
  try {
    return await run(readArguments(args));
  } catch (error) {
    if (error instanceof ProblemsError) {
      for (const line of problemLines(error.problems)) output.error(line);
      // The arguments themselves: options that can't be understood leave no command to ask.
      if (args.includes("--json")) {
        const ms = Math.round(performance.now() - start);
        output.out(failureAsJson(args, error.problems, ms));
      }
      return 2;
    }
    output.error(`clientgen has failed, and this is a fault of its own: ${String(error)}`);
    if (error instanceof Error && error.stack !== undefined) output.error(error.stack);
    return 3;
  }
}

/** Loads no more than the command needs: a version should not wait for a compiler. */
async function run(command: Command): Promise<number> {
  switch (command.name) {
    case "help":
      output.out(command.text);
      return 0;
    case "version":
      output.out(GENERATOR_VERSION);
      return 0;
    case "generate":
      return (await import("./run-generate.js")).runGenerate(command, output);
    case "init":
      return (await import("./run-init.js")).runInit(command, output);
    case "diff":
      return (await import("./run-diff.js")).runDiff(command, output);
    case "changeset":
      return (await import("./run-changeset.js")).runChangeset(command, output);
    case "upgrade-check":
      return (await import("./run-upgrade-check.js")).runUpgradeCheck(command, output);
  }
}

/** A program that reads the files of `generate` finds none; any other command has but its problems to tell. */
function failureAsJson(args: readonly string[], problems: readonly Problem[], ms: number): string {
  if (args.includes("generate")) return resultAsJson([], problems, ms);
  return JSON.stringify({ problems: problems.map(problemAsJson), ms }, undefined, 2);
}
