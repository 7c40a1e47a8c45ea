import type { Report } from "../check/report.js";
import { ProblemsError } from "../problem.js";
import { type Format, type Formatter, unformatted } from "./formatter.js";
import { createOxfmtFormatter } from "./oxfmt-formatter.js";
import { findPrettierConfig } from "./prettier-config.js";

/**
 * Makes the formatter for files in `folder`. The tools are loaded here and not before: each costs
 * more than a run in which nothing changes.
 *
 * @param format `auto`: prettier where a configuration of prettier holds for the folder, else oxfmt,
 *   which takes a tenth of the time.
 * @param folder absolute path; it may not exist yet.
 * @param report is told where `auto` has to do without oxfmt.
 * @throws {ProblemsError} if oxfmt is asked for and has no program for this machine, or if prettier's
 *   configuration is broken.
 */
export async function createFormatter(
  format: Format,
  folder: string,
  report: Report,
): Promise<Formatter> {
  if (format === "none") return unformatted;
  if (format === "prettier" || (format === "auto" && (await findPrettierConfig(folder)))) {
    return loadPrettier(folder);
  }
  const oxfmt = await createOxfmtFormatter();
  if (oxfmt) return oxfmt;
  const message = `The formatter oxfmt has no program for this machine (${process.platform}, ${process.arch}).`;
  const location = { file: "clientgen" };
  if (format === "oxfmt") {
    const fix = 'Install again without "--omit=optional", or use --format prettier.';
    throw new ProblemsError([{ severity: "error", location, message, fix }]);
  }
  report.warning(location, message, "Prettier took its place; --format prettier says so for good.");
  return loadPrettier(folder);
}

async function loadPrettier(folder: string): Promise<Formatter> {
  const { createPrettierFormatter } = await import("./prettier-formatter.js");
  return createPrettierFormatter(folder);
}
