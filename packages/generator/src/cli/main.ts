#!/usr/bin/env node
import { formatProblem, ProblemsError } from "../problem.js";
import { GENERATOR_VERSION } from "../versions.js";
import { HELP, readArguments } from "./arguments.js";
import type { Output } from "./output.js";
import { resultAsJson } from "./report-result.js";
import { runGenerate } from "./run-generate.js";
import { runInit } from "./run-init.js";

const output: Output = {
  out: (text) => console.log(text),
  error: (text) => console.error(text),
};

async function main(args: readonly string[]): Promise<number> {
  const command = readArguments(args);
  switch (command.name) {
    case "help":
      output.out(HELP);
      return 0;
    case "version":
      output.out(GENERATOR_VERSION);
      return 0;
    case "generate":
      return runGenerate(command, output);
    case "init":
      return runInit(command, output);
  }
}

const args = process.argv.slice(2);
const start = performance.now();
try {
  // Not process.exit(): what was printed into a pipe has to arrive.
  process.exitCode = await main(args);
} catch (error) {
  if (error instanceof ProblemsError) {
    for (const problem of error.problems) output.error(formatProblem(problem));
    // The arguments themselves: options that can't be understood leave no command to ask.
    if (args.includes("--json")) {
      output.out(resultAsJson([], error.problems, Math.round(performance.now() - start)));
    }
    process.exitCode = 2;
  } else {
    output.error(`clientgen has failed, and this is a fault of its own: ${String(error)}`);
    if (error instanceof Error && error.stack !== undefined) output.error(error.stack);
    process.exitCode = 3;
  }
}
