import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { getEntries } from "../load/data.js";
import { findInstalled, type NpmPackage, needsOf, readManifest } from "./npm-package.js";
import { refuse } from "./refuse.js";

/** What every client that clientgen makes depends on. */
const RUNTIME = "@plaid-partner/runtime";

/** The project whose calls are checked. */
export interface Project {
  /** As the user named it. */
  readonly shown: string;
  /** Absolute path without links in it. */
  readonly folder: string;
  /** Ranges of all that it depends on, by the name that it imports. */
  readonly dependencies: ReadonlyMap<string, string>;
}

/** The client that the project has now. */
export interface InstalledClient extends NpmPackage {
  /** What the project imports it by: its name, unless the project gave it an alias. */
  readonly importName: string;
}

/**
 * Reads a project.
 *
 * @throws {ProblemsError} if the folder holds no `package.json`.
 */
export function readProject(shown: string): Project {
  const manifest = readManifest(resolve(shown), shown);
  const kinds = ["peerDependencies", "optionalDependencies", "devDependencies", "dependencies"];
  const dependencies = new Map<string, string>();
  for (const [name, range] of kinds.flatMap((kind) => getEntries(manifest, kind))) {
    if (typeof range === "string") dependencies.set(name, range);
  }
  return { shown, folder: realpathSync(resolve(shown)), dependencies };
}

/**
 * The client among a project's dependencies that a version is named of.
 *
 * @param wanted its name, if the user gave one.
 * @throws {ProblemsError} if it is none of them; without a name, if not just one of them is made by clientgen.
 */
export function chooseClient(project: Project, wanted: string | undefined): InstalledClient {
  if (wanted !== undefined) return findClient(project, wanted, "--package");
  const clients = [...project.dependencies.keys()].filter((name) => {
    const installed = findInstalled(name, project.folder);
    return installed !== undefined && needsOf(installed).some((need) => need.name === RUNTIME);
  });
  const [first, ...others] = clients;
  if (first === undefined) {
    refuse(
      project.shown,
      `None of the installed dependencies is a client made by clientgen: none depends on ${RUNTIME}.`,
      "Install the project's dependencies, or name the client with --package.",
    );
  }
  if (others.length > 0) {
    const fix = `Name one with --package: ${clients.join(", ")}.`;
    refuse(project.shown, "Several of the dependencies are clients made by clientgen.", fix);
  }
  return findClient(project, first, project.shown);
}

/**
 * A project's dependency by the package's name.
 *
 * @param source what says that this is the client: an option, a tarball.
 * @throws {ProblemsError} if the project does not depend on it, or it is not installed.
 */
export function findClient(project: Project, name: string, source: string): InstalledClient {
  const { dependencies, folder, shown } = project;
  const isAlias = (range: string) => range === `npm:${name}` || range.startsWith(`npm:${name}@`);
  const importName = dependencies.has(name)
    ? name
    : [...dependencies].find(([, range]) => isAlias(range))?.[0];
  if (importName === undefined) {
    const known = [...dependencies.keys()].join(", ") || "nothing";
    const fix = `Name the project that does; this one depends on ${known}.`;
    refuse(source, `This is the package ${name}, and ${shown} does not depend on it.`, fix);
  }
  const installed = findInstalled(importName, folder);
  if (installed) return { ...installed, importName };
  return refuse(shown, `${importName} is not installed.`, howToInstall(folder));
}

function howToInstall(folder: string): string {
  return existsSync(join(folder, ".pnp.cjs"))
    ? "Yarn's Plug'n'Play can't be looked into: set nodeLinker to node-modules, and install."
    : "Install the project's dependencies: its calls are first checked against what it has.";
}
