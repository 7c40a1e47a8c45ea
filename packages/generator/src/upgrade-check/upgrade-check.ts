import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { satisfies } from "semver";
import { checkConfig } from "./check-config.js";
import { entryPaths, slashes } from "./entry-paths.js";
import { findCompiler } from "./find-compiler.js";
import { getNewClient, type NewClient } from "./new-client.js";
import type { NpmPackage } from "./npm-package.js";
import { placeDependencies } from "./place-dependencies.js";
import { readProject } from "./project.js";
import { readConfigs } from "./read-config.js";
import { refuse } from "./refuse.js";
import { reportBreaks } from "./report-breaks.js";
import type { UpgradeReport } from "./upgrade-report.js";
import { CANARY } from "./write-config.js";

/** What to check. */
export interface UpgradeOptions {
  /** The folder of the project, with its `package.json`. */
  readonly project: string;
  /** The new version: the path of a tarball or of a package's folder, else a version or a dist-tag. */
  readonly to: string;
  /** The client's name; without it the tarball's, or the one client among the dependencies. */
  readonly packageName?: string | undefined;
  /** The configuration to check, relative to the project, instead of `tsconfig.json`. */
  readonly config?: string | undefined;
  /** Tarballs of packages that the new client needs. */
  readonly tarballs?: readonly string[] | undefined;
  /** Ends the check early. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Type-checks a project against another version of the client that it uses, and installs nothing: the project's own
 * `tsc` runs twice, as the project is and with `paths` that lead to the new version. All that is written goes into a
 * temporary folder, which is removed.
 *
 * @throws {ProblemsError} if project, version or configuration can't be checked.
 */
export async function checkUpgrade(options: UpgradeOptions): Promise<UpgradeReport> {
  const { to, packageName, signal } = options;
  const project = readProject(options.project);
  const { configs, warnings } = readConfigs(project, options.config);
  const compiler = findCompiler(project);
  const temporary = await makeTemporary(project.folder);
  try {
    const fetching = { project, temporary, signal };
    const client = await getNewClient(to, packageName, fetching);
    const brings = await placeDependencies(client, options.tarballs ?? [], fetching);
    const noEntry = slashes(join(temporary, "no-entry.d.ts"));
    await writeFile(noEntry, "");
    await writeFile(join(temporary, "canary.ts"), CANARY);
    const paths = newPaths(client, brings, project.dependencies, noEntry);
    const work = { project, compiler, client, paths, temporary, signal };
    const results = [];
    // One after the other: each runs tsc twice at once.
    for (const config of configs) results.push(await checkConfig(config, work, results.length));
    const reported = reportBreaks(results, { project, client, noEntry });
    return {
      package: client.installed.importName,
      from: client.installed.version,
      to: client.next.version,
      typescript: { version: compiler.version, own: compiler.own },
      configs: configs.map(({ shown }) => shown),
      brings: brings.map(({ name, version }) => ({ name, version })),
      ...reported,
      warnings: [...warnings, ...reported.warnings],
    };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function makeTemporary(project: string): Promise<string> {
  const parent = await realpath(tmpdir());
  if (`${parent}${sep}`.startsWith(`${project}${sep}`)) {
    refuse(parent, "The folder for temporary files is in the project.", "Set TMPDIR to another.");
  }
  return mkdtemp(join(parent, "clientgen-upgrade-"));
}

/**
 * Where imports lead: to the new client, and to what it brings along where the project imports that, too, in a range
 * that the new version is in. There a package manager would have one for both.
 */
function newPaths(
  { installed, next }: NewClient,
  brings: readonly NpmPackage[],
  dependencies: ReadonlyMap<string, string>,
  noEntry: string,
): Record<string, string[]> {
  const paths = entryPaths(next, installed.importName, noEntry);
  if (paths[installed.importName]?.[0] === noEntry) {
    refuse("--to", `${next.name} ${next.version} holds no types at its entry.`, "Build it first.");
  }
  const shared = brings.filter(({ name, version }) =>
    satisfies(version, dependencies.get(name) ?? "none"),
  );
  return Object.assign({}, ...shared.map((each) => entryPaths(each, each.name, noEntry)), paths);
}
