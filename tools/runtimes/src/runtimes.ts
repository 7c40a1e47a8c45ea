import { join } from "node:path";
import type { Platform } from "./suite/check.ts";

/** A runtime that the suite runs on. */
export interface Runtime {
  /** A step in paths. */
  readonly id: string;
  /** As people know it. */
  readonly name: string;
  readonly platform: Platform;
  /** The npm package that brings it, at the version that is run. Chromium has none. */
  readonly install?: string;
  /** The program in `node_modules/.bin`, and what stands between it and the script. */
  readonly program?: string;
  readonly args?: (hosts: readonly string[]) => readonly string[];
  /** Whether `npm test` runs it: it is there, or installed within seconds. */
  readonly quick: boolean;
}

const node = (major: number, version: string, quick: boolean): Runtime => ({
  id: `node-${major}`,
  name: `Node.js ${major}`,
  platform: "node",
  install: `node@${version}`,
  program: "node",
  quick,
});

/** What the others are compared with: the Node.js that the repository runs on. */
export const REFERENCE = node(24, "24.21.0", true);

/** All of them. */
export const RUNTIMES: readonly Runtime[] = [
  node(20, "20.20.2", true),
  node(22, "22.23.3", false),
  REFERENCE,
  node(26, "26.10.0", false),
  {
    id: "bun",
    name: "Bun",
    platform: "bun",
    install: "bun@1.4.5",
    program: "bun",
    args: () => ["run"],
    quick: true,
  },
  {
    id: "deno",
    name: "Deno",
    platform: "deno",
    install: "deno@2.9.6",
    program: "deno",
    // No right to read files or the environment, nor to ask anybody else.
    args: (hosts) => [
      "run",
      "--no-prompt",
      "--no-remote",
      "--node-modules-dir=manual",
      `--allow-net=${hosts.join(",")}`,
    ],
    quick: false,
  },
  {
    id: "workerd",
    name: "workerd",
    platform: "workerd",
    install: "miniflare@4.20260730.0",
    quick: false,
  },
  { id: "chromium", name: "Chromium", platform: "chromium", quick: true },
];

/** The program of a runtime, in the folder that it is installed in. */
export function programIn(folder: string, { program = "" }: Runtime): string {
  const file = process.platform === "win32" ? `${program}.cmd` : program;
  return join(folder, "node_modules", ".bin", file);
}
