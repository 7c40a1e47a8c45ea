import { compareDocuments } from "../compare/compare-documents.js";
import type { DiffCommand } from "./diff-syntax.js";
import { problemLines } from "./grouped-lines.js";
import type { Output } from "./output.js";

/**
 * `clientgen diff`: tells what callers notice of a change.
 *
 * @returns the exit code.
 */
export async function runDiff(command: DiffCommand, output: Output): Promise<number> {
  const comparison = await compareDocuments(command.old, command.new, command.loading);
  for (const line of problemLines(comparison.warnings)) output.error(line);
  if (command.json) output.out(JSON.stringify(comparison, undefined, 2));
  else for (const { level, message } of comparison.changes) output.out(`${level} ${message}`);
  return 0;
}
