import { join } from "node:path";
import type ts from "typescript";
import { compiler } from "./bundled-compiler.js";
import { slashes } from "./entry-paths.js";
import type { Compiler } from "./find-compiler.js";
import type { NewClient } from "./new-client.js";
import type { Project } from "./project.js";
import type { ProjectConfig } from "./read-config.js";
import { refuse } from "./refuse.js";
import { type CompilerRun, type Diagnostic, runCompiler } from "./run-compiler.js";
import { writeConfig } from "./write-config.js";

/** What one configuration is checked with. */
export interface Work {
  readonly project: Project;
  readonly compiler: Compiler;
  readonly client: NewClient;
  /** Where imports of the client lead. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
  readonly temporary: string;
  readonly signal: AbortSignal | undefined;
}

/** What tsc says of a configuration's program, as it is and with the new client. */
export interface CheckedConfig {
  readonly config: ProjectConfig;
  readonly before: CompilerRun;
  readonly after: CompilerRun;
}

/**
 * Runs the project's tsc over one of its configurations, as it is and with the new client.
 *
 * @param number tells the configurations apart.
 * @throws {ProblemsError} if tsc does not come as far as types, or does not find the client as the project is.
 */
export async function checkConfig(
  config: ProjectConfig,
  work: Work,
  number: number,
): Promise<CheckedConfig> {
  const { project, compiler, paths, temporary, signal } = work;
  const canary = join(temporary, "canary.ts");
  const run = async (name: string, extra: Work["paths"]) => {
    const folder = join(temporary, `${name}-${number}`);
    const path = await writeConfig(config, extra, folder, canary);
    return takeCanary(await runCompiler(compiler, path, project.folder, signal), canary);
  };
  const [before, after] = await Promise.all([run("before", {}), run("after", paths)]);
  if (!before.isWhole) refuseConfig(config, before, work);
  checkFound(config, before, work);
  // A client in a syntax that this TypeScript does not know; its error says so.
  if (!after.isWhole && after.errors.length === 0) refuseConfig(config, after, work);
  return { config, before, after };
}

type WholeRun = CompilerRun & { readonly isWhole: boolean };

/** Without the canary's error, which tells that types were checked at all: wrong options or syntax keep tsc from it. */
function takeCanary(run: CompilerRun, canary: string): WholeRun {
  const isCanary = ({ file }: Diagnostic) => file === slashes(canary);
  return {
    ...run,
    errors: run.errors.filter((error) => !isCanary(error)),
    isWhole: run.errors.some((error) => isCanary(error) && error.code === "TS2322"),
  };
}

function refuseConfig(config: ProjectConfig, run: CompilerRun, { compiler }: Work): never {
  const [first] = run.errors;
  const said =
    first === undefined ? run.others || "it says nothing." : `${first.code} ${first.lines[0]}`;
  const place = first?.file === undefined ? config.shown : `${first.file}:${first.line}`;
  refuse(
    place,
    `TypeScript ${compiler.version} does not come as far as types in this project: ${said.slice(0, 500)}`,
    "Mend this first.",
  );
}

/** Where the project as it is does not find the client, all of it is `any`, and anything would break. */
function checkFound(config: ProjectConfig, { errors }: CompilerRun, { client }: Work): void {
  const { importName } = client.installed;
  const unfound = errors.find(
    ({ code, lines }) =>
      ["TS2307", "TS2792", "TS7016"].includes(code) && lines[0]?.includes(`'${importName}'`),
  );
  if (!unfound) return;
  refuse(
    config.shown,
    `The project's code does not find ${importName} as it is: ${unfound.lines.join(" ")}`,
    readsExports(config.options)
      ? "Mend this first."
      : 'Set moduleResolution to "bundler" or "nodenext": older ways do not read "exports".',
  );
}

function readsExports({ module, moduleResolution }: ts.CompilerOptions): boolean {
  const { ModuleKind, ModuleResolutionKind: Kind } = compiler;
  if (moduleResolution === undefined) return module !== undefined && module >= ModuleKind.Node16;
  return [Kind.Node16, Kind.NodeNext, Kind.Bundler].includes(moduleResolution);
}
