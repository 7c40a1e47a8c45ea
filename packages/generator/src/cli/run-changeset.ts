import { missingChangesets } from "../changeset/check-needs.js";
import { findChanges, noBase } from "../changeset/find-changes.js";
import { planSteps, writeSteps } from "../changeset/write-changesets.js";
import {
  changesetAsJson,
  needLine,
  missingLine,
  sinceText,
  staleLines,
  stepLines,
} from "./report-changeset.js";
import type { ChangesetCommand } from "./changeset-syntax.js";
import { CONFIG_FILE, findConfig, readConfig } from "./config.js";
import { problemLines } from "./grouped-lines.js";
import type { Output } from "./output.js";
import { usage } from "./usage.js";

/**
 * `clientgen changeset`: writes what has to be told of changed documents and clients, or checks that it is told.
 *
 * @returns the exit code: 0, or 1 if the check found that something is not told.
 */
export async function runChangeset(command: ChangesetCommand, output: Output): Promise<number> {
  const start = performance.now();
  const config = findConfig(process.cwd());
  const clients = await readConfig(".");
  if (config === undefined || clients === undefined) {
    throw usage("There are no clients to tell of.", `List them in ${CONFIG_FILE}.`);
  }
  const found = await findChanges(process.cwd(), command.since, { config, clients });
  if ("why" in found) {
    // A tarball, or a clone without history, can't be checked, and is no reason to fail.
    if (!command.check) throw noBase(found);
    output.error(`warning: The changesets were not checked: ${found.why}. ${found.fix}`);
    if (command.json) output.out(JSON.stringify({ since: null, clients: [], changesets: [] }));
    return 0;
  }
  for (const line of problemLines(found.warnings)) output.error(line);
  const planned = await planSteps(found);
  const steps = command.check ? [] : planned;
  await writeSteps(found, steps);
  const missing = command.check ? missingChangesets(found.needs, found.changesets) : [];
  const since = sinceText(found.base);
  const asked = command.since === undefined ? "" : ` --since ${command.since}`;
  for (const one of missing) output.error(missingLine(one, since, asked));
  if (command.check) for (const line of staleLines(planned)) output.error(line);
  const code = missing.length > 0 ? 1 : 0;
  if (command.json) {
    const ms = Math.round(performance.now() - start);
    output.out(changesetAsJson(found, { steps, missing }, ms));
    return code;
  }
  if (code === 1) return code;
  if (found.needs.length === 0) {
    output.out(`Nothing that a client's callers can notice has changed since ${since}.`);
  } else {
    output.out(command.check ? `All is told that has changed since ${since}:` : `Since ${since}:`);
    for (const need of found.needs) output.out(`  ${needLine(need)}`);
  }
  for (const step of steps) for (const line of stepLines(step)) output.out(line);
  return code;
}
