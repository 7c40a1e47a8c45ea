import { dirname, join, relative } from "node:path";
import { createPackage } from "../init/create-package.js";
import type { Command } from "./arguments.js";
import { findConfig } from "./config.js";
import type { Output } from "./output.js";

type InitCommand = Extract<Command, { name: "init" }>;

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
  const written = await createPackage({ spec, name, out, config, loading });
  output.out(`${out}: the package ${name}`);
  for (const path of written) output.out(`  created  ${path}`);
  if (config !== undefined) output.out(`  added to ${relative(process.cwd(), config)}`);
  output.out(`Next: cd ${out} && npm install && npm run build`);
  return 0;
}
