import { basename, relative } from "node:path";
import { Report } from "../check/report.js";
import { createFormatter } from "../format/create-formatter.js";
import type { FileChange } from "../model/emitted-file.js";
import { writeFiles } from "../write/write-files.js";
import type { FoundChanges } from "./find-changes.js";
import type { Settings } from "./workspace.js";
import { planChangesets, type Step } from "./plan-changesets.js";

/**
 * Plans what becomes of the changesets, formatted as the project does it.
 *
 * @returns a step for each that has to do with the changes.
 */
export async function planSteps(found: FoundChanges): Promise<readonly Step[]> {
  const { needs, changesets, settings, base } = found;
  const { folder } = settings;
  const formatter = await createFormatter("auto", folder, new Report({}));
  const format = (content: string) => formatter(content, "markdown");
  return planChangesets(needs, changesets, { folder, base: base.commit, format });
}

/**
 * Writes the changesets that are needed, and removes those whose change is gone: all of them, or nothing.
 *
 * @throws {ProblemsError} if the disk does not take it.
 */
export async function writeSteps(
  { settings }: { readonly settings: Pick<Settings, "folder"> },
  steps: readonly Step[],
): Promise<void> {
  const { folder } = settings;
  const changes = steps.flatMap(({ action, path, content }): FileChange[] => {
    const name = basename(path);
    if (action === "removed") return [{ path: name, change: "removed" }];
    if (content === undefined) return [];
    return [{ path: name, change: action === "created" ? "created" : "changed" }];
  });
  const files = steps.flatMap(({ path, content = "" }) => ({ path: basename(path), content }));
  await writeFiles([{ folder, shown: relative(process.cwd(), folder), files, changes }]);
}
