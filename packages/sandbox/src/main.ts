#!/usr/bin/env node
import { nodeProblem } from "./check-node.js";

// Everything else is imported once it is known that this Node.js can load it.
const problem = nodeProblem(process.versions.node);
if (problem === undefined) {
  const { runCli } = await import("./run-cli.js");
  process.exitCode = await runCli(process.argv.slice(2));
} else {
  process.stderr.write(`plaid-partner-sandbox: ${problem}\n`);
  process.exitCode = 2;
}
