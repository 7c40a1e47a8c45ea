import { dirname, join, relative } from "node:path";
import { createPackage } from "../init/create-package.js";
import type { InitCommand } from "./init-syntax.js";
import { findConfig } from "./config.js";
import { changeLines, warningLines } from "./grouped-lines.js";
import type { Output } from "./output.js";

/**
 * `clientgen init`: a new client package, in `packages/` of the workspace that has a configuration,
 * else beside the document.
 *
 * @returns the exit code, 0.
 */
export async function runInit(command: InitCommand, output: Output): Promise<number> {
  const { spec, packageName: name, loading } = command;
  const config = findConfig(process.cwd());
  const folder = name.replace(/^@[^/]*\//, "");
  const home = config === undefined ? "" : join(dirname(config), "packages");
  const out = command.out ?? (relative(process.cwd(), join(home, folder)) || ".");
  const { changes, warnings } = await createPackage({ spec, name, out, config, loading });
  output.out(`${out}: the package ${name}`);
  for (const line of changeLines(changes, ({ path }) => `  created  ${path}`)) output.out(line);
  if (config !== undefined) output.out(`  added to ${relative(process.cwd(), config)}`);
  for (const warning of warningLines(warnings)) output.out(`  ${warning}`);
  output.out(`Next: cd ${out} && npm install && npm run build`);
  return 0;
}
