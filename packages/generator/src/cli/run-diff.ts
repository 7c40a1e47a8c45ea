import { LEVELS } from "../compare/change.js";
import { compareDocuments } from "../compare/compare-documents.js";
import { findFile } from "../compare/find-file.js";
import { jsonReport } from "../compare/report/json-report.js";
import { markdownReport } from "../compare/report/markdown-report.js";
import { textReport } from "../compare/report/text-report.js";
import { toShown } from "../load/address.js";
import type { DiffCommand } from "./diff-syntax.js";
import { findClients } from "./find-clients.js";
import { problemLines } from "./grouped-lines.js";
import type { Output } from "./output.js";

/** For a file, or a log. */
const PLAIN = { width: 100, colour: false };

/**
 * `clientgen diff`: tells what callers notice of a change.
 *
 * @returns the exit code: 0, 1 if `--fail-on` was reached.
 */
export async function runDiff(command: DiffCommand, output: Output): Promise<number> {
  const start = performance.now();
  const { address } = await findFile(command.new);
  const clients = await findClients(address);
  const comparison = await compareDocuments(command.old, command.new, {
    ...command.loading,
    // Its headers are not taken: they are for where the new document is, and not for where the old one may be.
    allowExternal:
      command.loading.allowExternal ?? clients.some(({ options }) => options.allowExternal),
    clients,
    reports: command.reports,
  });
  const names = { old: toShown(command.old), new: toShown(command.new) };
  for (const line of problemLines(comparison.warnings)) output.error(line);
  if (command.format === "json") {
    const ms = Math.round(performance.now() - start);
    output.out(JSON.stringify({ ...jsonReport(comparison), ms }, undefined, 2));
  } else if (command.format === "markdown") {
    output.out(markdownReport(comparison, names).trimEnd());
  } else {
    const { isTTY, columns } = process.stdout;
    // As NO_COLOR and the like have it.
    const look = isTTY ? { width: columns, colour: process.stdout.hasColors() } : PLAIN;
    output.out(textReport(comparison, names, look));
  }
  const { failOn } = command;
  if (failOn === undefined) return 0;
  return LEVELS.indexOf(comparison.bump) >= LEVELS.indexOf(failOn) ? 1 : 0;
}
