import { readdir } from "node:fs/promises";
import { expect } from "vitest";
import type { Break, UpgradeReport } from "../../src/upgrade-check/upgrade-report.js";
import type { PetsClients } from "./pets-clients.js";
import { type Finished, runClientgen } from "./run-clientgen.js";
import { readTree, temporaryFolder } from "./temporary-folder.js";

/** Runs `clientgen upgrade-check` beside the clients, and sees to it that it leaves nothing anywhere. */
export async function runUpgradeCheck(
  clients: PetsClients,
  project: string,
  ...args: string[]
): Promise<Finished> {
  const before = await snapshot(project);
  const TMPDIR = await temporaryFolder();
  const run = await runClientgen(clients.folder, ["upgrade-check", project, ...args], {
    // Node's own cache of compiled code would stand there, too.
    env: { TMPDIR, TEMP: TMPDIR, TMP: TMPDIR, NODE_DISABLE_COMPILE_CACHE: "1" },
  });
  expect(await readdir(TMPDIR)).toEqual([]);
  expect(await snapshot(project)).toEqual(before);
  return run;
}

/** The same, with what it reports to programs, and its breaks as lines. */
export async function upgradeReport(
  clients: PetsClients,
  project: string,
  ...args: string[]
): Promise<UpgradeReport & { readonly code: number | null; readonly places: readonly string[] }> {
  const run = await runUpgradeCheck(clients, project, ...args, "--json");
  expect(run.stderr).toBe("");
  const report = JSON.parse(run.stdout) as UpgradeReport;
  return { code: run.code, ...report, places: report.breaks.map(place) };
}

/** A break as a line: where, which error, and what of the client it is about. */
export function place({ file, line, column, code, name }: Break): string {
  return `${file}:${line}:${column} ${code} ${name}`;
}

/** Everything below a folder, links not followed. */
async function snapshot(folder: string) {
  const paths = new Set(await readdir(folder, { recursive: true }).catch(() => []));
  return { paths, files: await readTree(folder) };
}
