import { checkDocument } from "../check/check-document.js";
import { Report } from "../check/report.js";
import type { LoadingOptions } from "../generate-options.js";
import { bundle, type BundledDocument } from "../load/bundle.js";
import { resolvePointer } from "../load/json-pointer.js";
import type { SourceDocument } from "../load/parse-document.js";
import type { Sources } from "../load/sources.js";
import { mendDocument } from "../mend/mend-document.js";
import { normalise } from "../normalise/normalise.js";
import { planPackage } from "../plan/plan-package.js";
import type { PackagePlan } from "../plan/package-plan.js";
import { ProblemsError, type Problem } from "../problem.js";
import { readSources } from "../read-sources.js";
import { upgradeDocument } from "../upgrade/upgrade-document.js";
import { findFile, type FoundFile } from "./find-file.js";

/** One of the two documents that are compared. */
export interface DocumentVersion {
  /** Where it was found, and how files beside it are read. */
  readonly found: FoundFile;
  /** In one piece and in the words of OpenAPI 3.0 and 3.1, as the author meant it for the wire: nothing is mended. */
  readonly document: BundledDocument;
  /** What a client of it would be; `undefined` where the generator refuses the document. */
  readonly plan: PackagePlan | undefined;
  readonly problems: readonly Problem[];
  /** Whether a JSON pointer leads to something in one of its files. */
  readonly has: (pointer: string) => boolean;
}

/**
 * Reads a document to compare it. What is wrong with it is mended where that is possible: it may be an old one, which nobody
 * can change any more.
 *
 * @param named a file, a URL, or `REF:path` for a file of a git commit.
 * @throws {ProblemsError} if it is no OpenAPI document.
 */
export async function readVersion(
  named: string,
  options: LoadingOptions = {},
): Promise<DocumentVersion> {
  const report = new Report({ lenient: true });
  const found = await findFile(named);
  const { address, shown, readFile } = found;
  const { entry, sources } = await readSources(address, shown, { ...options, readFile }, report);
  const document = await read(entry, sources, new Report({ lenient: true }));
  const plan = await planOf(entry, sources, report);
  const has = (pointer: string) =>
    [...sources.values()].some(
      (source) => "root" in source && resolvePointer(source.root, pointer) !== undefined,
    );
  return { found, document, plan, problems: report.problems, has };
}

/**
 * Reads a document as it is compared: in one piece, in the words of OpenAPI 3.0 and 3.1, with nothing mended.
 *
 * @param named a file, a URL, or `REF:path` for a file of a git commit.
 * @throws {ProblemsError} if it is no OpenAPI document.
 */
export async function readDocument(
  named: string,
  options: LoadingOptions = {},
): Promise<BundledDocument> {
  const { address, shown, readFile } = await findFile(named);
  const report = new Report({ lenient: true });
  const { entry, sources } = await readSources(address, shown, { ...options, readFile }, report);
  return read(entry, sources, report);
}

async function read(
  entry: SourceDocument,
  sources: Sources,
  report: Report,
): Promise<BundledDocument> {
  const bundled = bundle(entry, sources, (...found) => report.addMended(...found));
  return upgradeDocument(bundled, entry.address, (problem) => report.add(problem));
}

/** From a copy of its own: planning changes the document. */
async function planOf(
  entry: SourceDocument,
  sources: Sources,
  report: Report,
): Promise<PackagePlan | undefined> {
  try {
    const document = mendDocument(await read(entry, sources, report), (one) => report.add(one));
    checkDocument(document, report);
    if (report.failed) return undefined;
    const plan = planPackage(normalise(document, undefined, report), document, report);
    return report.failed ? undefined : plan;
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    for (const problem of error.problems) report.add(problem);
    return undefined;
  }
}
