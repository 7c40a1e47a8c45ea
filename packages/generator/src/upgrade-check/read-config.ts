import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type ts from "typescript";
import { compiler } from "./bundled-compiler.js";
import { slashes } from "./entry-paths.js";
import type { Project } from "./project.js";
import { refuse } from "./refuse.js";

/** A project's `tsconfig.json`, as far as a check must say anew what stands in it. */
export interface ProjectConfig {
  /** Absolute path. */
  readonly path: string;
  /** Relative to the project. */
  readonly shown: string;
  /** Absolute paths of all files that it names. */
  readonly files: readonly string[];
  /** With absolute paths in them. An option that came after the generator's TypeScript is not among them. */
  readonly options: ts.CompilerOptions;
}

/** What a project has to check, and what is left out. */
export interface ProjectConfigs {
  readonly configs: readonly ProjectConfig[];
  readonly warnings: readonly string[];
}

/**
 * The configurations of a project: its `tsconfig.json`, else `jsconfig.json`, or the one that the user names; and
 * those below the project's folder that it refers to.
 *
 * @param named relative to the project.
 * @throws {ProblemsError} if there is none, or none of them names a file.
 */
export function readConfigs(project: Project, named: string | undefined): ProjectConfigs {
  const choices = named === undefined ? ["tsconfig.json", "jsconfig.json"] : [named];
  const first = choices.map((name) => resolve(project.folder, name)).find(existsSync);
  if (first === undefined) {
    const fix = "Name the one that type-checks the project's code with --project FILE, within it.";
    refuse(join(project.shown, choices.join(" or ")), "There is no such file.", fix);
  }
  const configs: ProjectConfig[] = [];
  const warnings: string[] = [];
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const shown = slashes(relative(project.folder, path));
    if (path !== first && (shown.startsWith("..") || resolve(shown) === shown)) {
      warnings.push(`${shown} is a project of its own, and not checked: name its folder.`);
      return;
    }
    const { config, references } = readConfig(path, shown);
    if (config.files.length > 0) configs.push(config);
    references.forEach(visit);
  };
  visit(first);
  if (configs.length > 0) return { configs, warnings };
  const fix = "Name the one that does with --project FILE.";
  return refuse(join(project.shown, relative(project.folder, first)), "It names no files.", fix);
}

function readConfig(path: string, shown: string) {
  const host = { ...compiler.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const parsed = compiler.getParsedCommandLineOfConfigFile(slashes(path), {}, host);
  // What is wrong in it the project's own tsc tells; an option or a value may be newer than this TypeScript.
  if (!parsed) refuse(shown, "The file can't be read.", "See what tsc says of it.");
  const { options, fileNames, projectReferences = [] } = parsed;
  const references = projectReferences.map((reference) =>
    resolve(compiler.resolveProjectReferencePath(reference).split("/").join(sep)),
  );
  return { config: { path, shown, files: fileNames, options }, references };
}

/** The project's own `paths`, with absolute paths: those of a configuration that extends it take their place. */
export function ownPaths({ path, options }: ProjectConfig): Record<string, string[]> {
  const base = options.baseUrl ?? options["pathsBasePath"];
  const folder = typeof base === "string" ? base : dirname(path);
  const absolute = (target: string) => slashes(resolve(folder, target));
  return Object.fromEntries(
    Object.entries(options.paths ?? {}).map(([name, targets]) => [name, targets.map(absolute)]),
  );
}
