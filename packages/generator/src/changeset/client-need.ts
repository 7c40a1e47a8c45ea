import { dirname, resolve } from "node:path";
import { compareDocuments } from "../compare/compare-documents.js";
import { reportRows } from "../compare/report/report-rows.js";
import type { GenerateOptions } from "../generate-options.js";
import { isUrl, isWeb, toAddress } from "../load/address.js";
import { getList, getString } from "../load/data.js";
import { addressesOf, loadSources } from "../load/load-sources.js";
import { parseYaml } from "../load/parse-yaml.js";
import type { Problem } from "../problem.js";
import { lastRelease } from "./last-release.js";
import type { Need } from "./need.js";
import { releaseType } from "./release-type.js";
import type { Repository } from "./repository.js";
import type { Package } from "./workspace.js";

/** The clients of a configuration. */
export interface Clients {
  /** Absolute path of the configuration. */
  readonly config: string;
  /** As `clientgen generate` takes them. */
  readonly clients: readonly GenerateOptions[];
}

/**
 * What a client's package has to tell of its document, and of what it exports.
 *
 * @param base the commit that the work tree is compared with.
 * @param client one whose document is a file.
 * @returns `undefined` where neither a file of the document nor a report of exports has changed.
 * @throws {ProblemsError} if the document can't be read.
 */
export async function clientNeed(
  repository: Repository,
  base: string,
  { config }: Pick<Clients, "config">,
  client: GenerateOptions,
  owner: Package,
): Promise<(Need & { readonly warnings: readonly Problem[] }) | undefined> {
  const { spec, ...options } = client;
  const commit = await lastRelease(repository, base, owner);
  if (commit === undefined) return undefined;
  const path = repository.pathOf(toAddress(spec));
  const named = await specAt(repository, commit, config, client.out);
  const old = named ?? path;
  const changed = await changedSources(repository, commit, spec, options);
  const sources = changed.length === 0 && old !== path ? [path] : changed;
  const reports = await changedReports(repository, commit, owner);
  if (sources.length === 0 && reports.length === 0) return undefined;

  const [document, manifest] = await Promise.all(
    [old, repository.pathOf(`${owner.folder}/package.json`)].map((file) =>
      repository.read(commit, file),
    ),
  );
  const need = { package: owner, sources, reports };
  const nothing = { documents: [], changes: [], sections: [] };
  if (document === undefined && manifest !== undefined && named !== undefined) {
    const warnings = [unknownBefore(spec, commit)];
    return { ...need, ...nothing, level: "none", release: "none", isNew: false, warnings };
  }
  if (document === undefined || manifest === undefined) {
    return { ...need, ...nothing, level: "minor", release: "minor", isNew: true, warnings: [] };
  }
  const compared = { old: `${commit.slice(0, 10)}:${old}`, new: spec };
  const comparison = await compareDocuments(compared.old, compared.new, {
    ...options,
    clients: [owner],
  });
  const { bump, changes, warnings } = comparison;
  return {
    ...need,
    level: bump,
    release: releaseType(bump, owner.version),
    documents: [compared],
    changes,
    sections: reportRows(comparison),
    isNew: false,
    warnings,
  };
}

/** Of a client that was there, whose document was not: it lies in a submodule, or was not committed. */
function unknownBefore(spec: string, commit: string): Problem {
  return {
    severity: "warning",
    location: { file: spec },
    message: `The commit ${commit.slice(0, 7)} has a client of this document and not the document, so nothing is told of its changes.`,
    fix: "Keep a copy of the document in this repository, and write the changeset yourself this time.",
  };
}

/** Where none of a document's files differ, it refers to the same files as before. */
async function changedSources(
  repository: Repository,
  commit: string,
  spec: string,
  options: Omit<GenerateOptions, "spec">,
): Promise<string[]> {
  const changed = await repository.changedSince(commit);
  if (changed.size === 0) return [];
  const addresses = addressesOf(await loadSources(toAddress(spec), spec, options));
  return addresses
    .filter(
      (address) => !isWeb(address) && repository.pathsOf(address).some((path) => changed.has(path)),
    )
    .map((address) => repository.pathOf(address))
    .sort();
}

/** Where API Extractor's reports are committed: in `api` or, as is its default, `etc` of a package. */
const REPORT = /^(?:api|etc)\/[^/]+\.api\.md$/;

async function changedReports(
  repository: Repository,
  commit: string,
  { folder }: Package,
): Promise<string[]> {
  const place = repository.pathOf(`${folder}/package.json`).slice(0, -"package.json".length);
  return [...(await repository.changedSince(commit))]
    .filter((path) => path.startsWith(place) && REPORT.test(path.slice(place.length)))
    .sort();
}

/** The document that a client was made from at the time of a commit, by its folder; its file may have been renamed since. */
async function specAt(
  repository: Repository,
  commit: string,
  config: string,
  out: string,
): Promise<string | undefined> {
  const text = await repository.read(commit, repository.pathOf(config));
  const parsed = text === undefined ? undefined : parseYaml(text);
  if (parsed === undefined || !("root" in parsed)) return undefined;
  const from = (path: string) => resolve(dirname(config), path);
  const clients = getList(parsed.root, "clients");
  const same = clients.find((one) => from(getString(one, "out") ?? "") === resolve(out));
  const spec = getString(same, "spec");
  return spec === undefined || isUrl(spec) ? undefined : repository.pathOf(from(spec));
}
