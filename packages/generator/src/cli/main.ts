#!/usr/bin/env node
import module from "node:module";
import { oldNode } from "./old-node.js";

// What V8 made of TypeScript's nine megabytes is kept for the next run, as TypeScript's own command does.
// Node 20 has no such cache.
if ("enableCompileCache" in module) module.enableCompileCache();

const tooOld = oldNode(process.versions.node);
if (tooOld !== undefined) console.error(tooOld);
// Not process.exit(): what was printed into a pipe has to arrive.
process.exitCode = tooOld === undefined ? await run() : 2;

async function run(): Promise<number> {
  const { runCommand } = await import("./run-command.js");
  return runCommand(process.argv.slice(2));
}
