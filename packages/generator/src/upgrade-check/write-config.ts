import { existsSync } from "node:fs";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { slashes } from "./entry-paths.js";
import { ownPaths, type ProjectConfig } from "./read-config.js";

/** What would write files, or asks for something that does: set to this where the project sets it. */
const OFF: Readonly<Record<string, false | null>> = {
  composite: false,
  incremental: false,
  tsBuildInfoFile: null,
  declaration: false,
  declarationMap: false,
  declarationDir: null,
  emitDeclarationOnly: false,
  isolatedDeclarations: false,
  rootDir: null,
  outDir: null,
  outFile: null,
};

/** Options whose paths may be relative to the configuration that tsc is started with. */
const PATHS = ["baseUrl", "rootDirs", "typeRoots"];

/** The text of a file with one error that every TypeScript finds, if it comes as far as types. */
export const CANARY = "const clientgenCanary: never = 1;\n";

/**
 * Writes a configuration that checks what a project's does, and writes nothing. It stands below links to every
 * `node_modules` that the project's own sees, for tsc looks for types beside the configuration.
 *
 * @param paths goes before what the project's `paths` say.
 * @param folder where to; it is made.
 * @param canary absolute path of a file to check besides.
 * @returns its path. It is named as the project's: tsc has other defaults for `jsconfig.json`.
 */
export async function writeConfig(
  config: ProjectConfig,
  paths: Readonly<Record<string, readonly string[]>>,
  folder: string,
  canary: string,
): Promise<string> {
  const { options } = config;
  const home = await mirrorModules(dirname(config.path), folder);
  const types = options.types?.map((name) =>
    name.startsWith(".") ? slashes(resolve(dirname(config.path), name)) : name,
  );
  const compilerOptions = {
    ...Object.fromEntries(Object.entries(OFF).filter(([name]) => name in options)),
    ...Object.fromEntries(
      PATHS.flatMap((name) => (name in options ? [[name, options[name]]] : [])),
    ),
    ...(types === undefined ? {} : { types }),
    noEmit: true,
    paths: { ...ownPaths(config), ...paths },
  };
  const path = join(
    home,
    basename(config.path) === "jsconfig.json" ? "jsconfig.json" : "tsconfig.json",
  );
  const files = [slashes(canary), ...config.files];
  const text = {
    extends: slashes(config.path),
    compilerOptions,
    files,
    include: [],
    references: [],
  };
  await writeFile(path, JSON.stringify(text));
  return path;
}

async function mirrorModules(original: string, folder: string): Promise<string> {
  const parents = [original];
  for (let at = dirname(original); at !== parents[0]; at = dirname(at)) parents.unshift(at);
  let home = folder;
  await mkdir(home, { recursive: true });
  for (const modules of parents.map((parent) => join(parent, "node_modules")).filter(existsSync)) {
    home = join(home, "in");
    await mkdir(home);
    await symlink(modules, join(home, "node_modules"), "junction");
  }
  return home;
}
