import { rm, writeFile } from "node:fs/promises";
import { Report } from "../check/report.js";
import { createFormatter } from "../format/create-formatter.js";
import type { FoundChanges } from "./find-changes.js";
import { planChangesets, type Step } from "./plan-changesets.js";

/**
 * Writes the changesets that are needed, formatted as the project does it, and removes those whose change is gone.
 *
 * @returns what became of each changeset that has to do with the changes.
 */
export async function writeChangesets({
  needs,
  changesets,
  settings,
  base,
}: FoundChanges): Promise<readonly Step[]> {
  const { folder } = settings;
  const formatter = await createFormatter("auto", folder, new Report({}));
  const format = (content: string) => formatter(content, "markdown");
  const steps = await planChangesets(needs, changesets, { folder, base: base.commit, format });
  for (const { action, path, content } of steps) {
    if (action === "removed") await rm(path);
    else if (content !== undefined) await writeFile(path, content);
  }
  return steps;
}
