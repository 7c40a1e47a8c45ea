import { checkVersion } from "./check/check-version.js";
import type { Report } from "./check/report.js";
import type { AccessOptions } from "./load/access.js";
import { loadSources } from "./load/load-sources.js";
import type { SourceDocument } from "./load/parse-document.js";
import type { Sources } from "./load/sources.js";
import { ProblemsError } from "./problem.js";

/**
 * Reads a document with all files that it refers to.
 *
 * @param address absolute path, or an https URL.
 * @param shown what the user calls it.
 * @throws {ProblemsError} if it can't be read, or is no OpenAPI document of a version that clientgen knows.
 */
export async function readSources(
  address: string,
  shown: string,
  options: AccessOptions,
  report: Report,
): Promise<{ entry: SourceDocument; sources: Sources }> {
  const sources = await loadSources(address, shown, options);
  const entry = sources.get(address) as SourceDocument;
  checkVersion(entry, report);
  if (report.failed) throw new ProblemsError(report.problems);
  return { entry, sources };
}
