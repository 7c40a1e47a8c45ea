import { join } from "node:path";
import { getObject, getString } from "../load/data.js";
import { compilerFolder } from "./bundled-compiler.js";
import { findInstalled, readPackage } from "./npm-package.js";
import type { Project } from "./project.js";

/** A `tsc` to check with. */
export interface Compiler {
  readonly version: string;
  /** Whether it is the project's own, not the generator's. */
  readonly own: boolean;
  /** The script that Node runs. Of TypeScript 7, too: it starts the program for this machine. */
  readonly script: string;
}

/** The `tsc` of a project; without one the generator's. */
export function findCompiler(project: Project): Compiler {
  const installed = findInstalled("typescript", project.folder);
  const { version, manifest, folder } = installed ?? readPackage(compilerFolder, "typescript");
  const script = getString(getObject(manifest, "bin"), "tsc") ?? "bin/tsc";
  return { version, own: installed !== undefined, script: join(folder, script) };
}
