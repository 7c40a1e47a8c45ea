import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import type { OpenApi } from "./open-api.ts";

/** The folder of the documents. */
export const SPEC_FOLDER = join(import.meta.dirname, "..", "..");

const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: { redocly: string } };
const redocly = join(dirname(manifest), bin.redocly);

/** The names of all documents, as redocly.yaml lists them. */
export function documentNames(): string[] {
  const config = parse(readFileSync(join(SPEC_FOLDER, "redocly.yaml"), "utf8")) as {
    apis: Record<string, unknown>;
  };
  return Object.keys(config.apis);
}

/** One document with its shared parts put in, through the bundler that everybody else uses. */
export function bundle(name: string): OpenApi {
  const folder = mkdtempSync(join(tmpdir(), "spec-bundle-"));
  try {
    const output = join(folder, `${name}.json`);
    execFileSync(process.execPath, [redocly, "bundle", name, "--output", output], {
      cwd: SPEC_FOLDER,
      stdio: ["ignore", "ignore", "pipe"],
    });
    return JSON.parse(readFileSync(output, "utf8")) as OpenApi;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
