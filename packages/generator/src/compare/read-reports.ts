import { join, relative } from "node:path";
import type { Problem } from "../problem.js";
import type { Report } from "./api/judge-api.js";
import type { ComparedClient } from "./comparison.js";
import { findFile, type FoundFile, readBeside } from "./find-file.js";

/** A report of what both versions of a package export. */
export interface ReportPair {
  readonly old: Report;
  readonly new: Report;
}

/** Where API Extractor's reports are committed: by its own habit, and by ours. */
const FOLDERS = ["api", "etc"];

const ENDING = ".api.md";

/**
 * Reads the reports that the user names.
 *
 * @param named a file or `REF:path` each.
 * @throws {ProblemsError} if one can't be read.
 */
export async function readNamedReports(named: {
  readonly old: string;
  readonly new: string;
}): Promise<ReportPair> {
  return { old: await readNamed(named.old), new: await readNamed(named.new) };
}

async function readNamed(named: string): Promise<Report> {
  const found = await findFile(named);
  const { address, shown } = found;
  return { shown, text: await readBeside(found, address, shown) };
}

/**
 * Reads the reports of a client's package, `api/*.api.md`, as they were with each of two versions of its document.
 *
 * @returns no pair, and why, where an earlier version has none; nothing at all where the two documents do not lie in
 *   different commits, of which the reports are.
 */
export async function readClientReports(
  old: FoundFile,
  now: FoundFile,
  { folder }: ComparedClient,
): Promise<{ readonly pairs: readonly ReportPair[]; readonly warnings: readonly Problem[] }> {
  if (old.ref === undefined) return { pairs: [], warnings: [] };
  const before = await reportsIn(old, folder);
  const after = await reportsIn(now, folder);
  const pairs: ReportPair[] = [];
  const warnings: Problem[] = [];
  for (const path of before) {
    // A report that is gone is that of an entry which exports nothing any more.
    const text = after.includes(path) ? await readBeside(now, path, shownAs(now, path)) : "";
    pairs.push({
      old: { shown: shownAs(old, path), text: await readBeside(old, path, shownAs(old, path)) },
      new: { shown: shownAs(now, path), text },
    });
  }
  if (before.length === 0 && after.length > 0) {
    warnings.push({
      severity: "warning",
      location: { file: shownAs(old, after[0] ?? folder) },
      message: "There was no such API report, so what the package exports is not compared.",
      fix: "Name a later commit, or take it as new.",
    });
  }
  return { pairs, warnings };
}

async function reportsIn(side: FoundFile, folder: string): Promise<string[]> {
  const found = FOLDERS.map(async (name) => {
    const names = await side.list(join(folder, name));
    return names.filter((one) => one.endsWith(ENDING)).map((one) => join(folder, name, one));
  });
  return (await Promise.all(found)).flat();
}

/** A file of a commit is named with the commit. */
function shownAs({ ref }: FoundFile, path: string): string {
  const shown = relative(process.cwd(), path);
  return ref === undefined ? shown : `${ref}:${shown}`;
}
