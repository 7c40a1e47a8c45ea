import { rm, writeFile } from "node:fs/promises";
import { Report } from "../check/report.js";
import { createFormatter } from "../format/create-formatter.js";
import type { FoundChanges } from "./find-changes.js";
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

/** Writes the changesets that are needed, and removes those whose change is gone. */
export async function writeSteps(steps: readonly Step[]): Promise<void> {
  for (const { action, path, content } of steps) {
    if (action === "removed") await rm(path);
    else if (content !== undefined) await writeFile(path, content);
  }
}
