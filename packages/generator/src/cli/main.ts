#!/usr/bin/env node
import module from "node:module";

// What V8 made of TypeScript's nine megabytes is kept for the next run, as TypeScript's own command does.
// Node 20 has no such cache.
if ("enableCompileCache" in module) module.enableCompileCache();
const { runCommand } = await import("./run-command.js");

// Not process.exit(): what was printed into a pipe has to arrive.
process.exitCode = await runCommand(process.argv.slice(2));
