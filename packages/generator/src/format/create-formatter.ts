import type { Report } from "../check/report.js";
import { ProblemsError } from "../problem.js";
import { chooseFormatter } from "./choose-formatter.js";
import { type Format, type Formatter, unformatted } from "./formatter.js";
import { createOxfmtFormatter, hasOxfmt } from "./oxfmt-formatter.js";
import { findPrettierConfig } from "./prettier-config.js";
import { createPrettierFormatter } from "./prettier-formatter.js";

/**
 * Makes the formatter for files in `folder`.
 *
 * @param format see {@link chooseFormatter}.
 * @param folder absolute path; it may not exist yet.
 * @param report is told where `auto` has to do without oxfmt.
 * @throws {ProblemsError} if oxfmt is asked for and has no program for this machine, or if prettier's
 *   settings are broken.
 */
export async function createFormatter(
  format: Format,
  folder: string,
  report: Report,
): Promise<Formatter> {
  const { name } = await chooseFormatter(format, folder);
  if (name === "none") return unformatted;
  const message = `The formatter oxfmt has no program for this machine (${process.platform}, ${process.arch}).`;
  const location = { file: "clientgen" };
  if (name === "prettier") {
    if (format === "auto" && (await findPrettierConfig(folder)) === undefined) {
      const instead = "Prettier took its place; --format prettier says so for good.";
      report.warning(location, message, instead);
    }
    return createPrettierFormatter(folder);
  }
  if (await hasOxfmt()) return createOxfmtFormatter();
  const fix = 'Install again without "--omit=optional", or use --format prettier.';
  throw new ProblemsError([{ severity: "error", location, message, fix }]);
}
