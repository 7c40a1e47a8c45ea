import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLIENTGEN } from "./paths.ts";
import type { Command } from "./run-measured.ts";

/** A generator that is measured. */
export interface Tool {
  readonly name: string;
  /** Its packages, at the versions that are compared. */
  readonly packages: readonly string[];
  /** Rounds at most: one that takes a minute need not take it seven times. */
  readonly rounds?: number;
  /** @param tools the folder that they are installed in. */
  command(tools: string, spec: string, out: string): Command;
}

const script = (tools: string, path: string) => join(tools, "node_modules", path);

/** With their own defaults, but for formatting, which only clientgen does. */
export const TOOLS: readonly Tool[] = [
  {
    name: "clientgen",
    packages: [],
    command: (_tools, spec, out) => ({ args: [CLIENTGEN, "generate", spec, "--out", out] }),
  },
  {
    name: "openapi-typescript",
    packages: ["openapi-typescript@7.13.0"],
    command: (tools, spec, out) => ({
      args: [script(tools, "openapi-typescript/bin/cli.js"), spec, "-o", join(out, "paths.ts")],
    }),
  },
  {
    name: "@hey-api/openapi-ts",
    packages: ["@hey-api/openapi-ts@0.99.0"],
    command: (tools, spec, out) => ({
      args: [
        script(tools, "@hey-api/openapi-ts/bin/run.js"),
        "-i",
        spec,
        "-o",
        out,
        "--no-log-file",
      ],
    }),
  },
  {
    name: "orval",
    packages: ["orval@8.38.0"],
    command: (tools, spec, out) => ({
      args: [
        script(tools, "orval/dist/bin/orval.mjs"),
        `--input=${spec}`,
        `--output=${join(out, "index.ts")}`,
        "--client=fetch",
        "--mode=split",
      ],
    }),
  },
  {
    name: "kubb",
    packages: ["cli", "core", "plugin-oas", "plugin-ts", "plugin-client"].map(
      (name) => `@kubb/${name}@4.39.3`,
    ),
    rounds: 1,
    command: (tools, spec, out) => ({
      args: [
        script(tools, "@kubb/cli/bin/kubb.cjs"),
        "generate",
        `--config=${join(tools, "kubb.config.mjs")}`,
      ],
      env: { SPEC: spec, OUT: out },
    }),
  },
];

/** What is measured besides generators, and what those need. */
const OTHERS = ["openapi-fetch@0.17.0", "plaid@47.0.0", "typescript@5.9.3"];

const KUBB = `import { defineConfig } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";

export default defineConfig({
  root: ".",
  input: { path: process.env.SPEC },
  output: { path: process.env.OUT, clean: true, format: false, lint: false },
  plugins: [pluginOas({ validate: false }), pluginTs(), pluginClient({ client: "fetch" })],
});
`;

/**
 * Installs what clientgen is compared with, once for each list of versions.
 *
 * @returns the folder with its `node_modules`.
 */
export function installTools(cache: string): string {
  const folder = join(cache, "tools");
  const list = join(folder, "installed.txt");
  const packages = [...TOOLS.flatMap((tool) => tool.packages), ...OTHERS];
  if (existsSync(list) && readFileSync(list, "utf8") === packages.join("\n")) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(folder, "kubb.config.mjs"), KUBB);
  execFileSync("npm", ["install", "--no-audit", "--no-fund", ...packages], {
    cwd: folder,
    shell: process.platform === "win32",
    stdio: ["ignore", "ignore", "inherit"],
    timeout: 600_000,
  });
  writeFileSync(list, packages.join("\n"));
  return folder;
}
