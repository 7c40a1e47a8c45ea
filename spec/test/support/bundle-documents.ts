import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestProject } from "vitest/node";
import { parse } from "yaml";
import type { OpenApi } from "./open-api.ts";
import { SPEC_FOLDER } from "./spec-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Every document of redocly.yaml by its name, its shared parts put in. */
    readonly documents: Readonly<Record<string, OpenApi>>;
  }
}

const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: { redocly: string } };
const redocly = join(dirname(manifest), bin.redocly);

/** Bundles once for all test files, so that a document that can't be bundled is told once. */
export function setup(project: TestProject): void {
  const provide = () => project.provide("documents", bundleAll());
  provide();
  project.onTestsRerun(provide);
}

function bundleAll(): Record<string, OpenApi> {
  const config = parse(readFileSync(join(SPEC_FOLDER, "redocly.yaml"), "utf8")) as {
    apis: Record<string, unknown>;
  };
  const folder = mkdtempSync(join(tmpdir(), "spec-bundle-"));
  try {
    return Object.fromEntries(
      Object.keys(config.apis).map((name) => [name, bundle(name, join(folder, `${name}.json`))]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Through the bundler that everybody else uses. */
function bundle(name: string, output: string): OpenApi {
  const args = [redocly, "bundle", name, "--output", output];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: SPEC_FOLDER,
    encoding: "utf8",
  });
  if (status === 0) return JSON.parse(readFileSync(output, "utf8")) as OpenApi;
  // The bundler's advertisements and greetings come before its first line about the document.
  const [, told = stderr] = /^bundling .*\n([^]*)$/m.exec(stderr) ?? [];
  const error = new Error(
    `spec/${name}.yaml can't be bundled, so no test ran. Mend it, or what it shares in spec/common/:\n\n${told.trim()}`,
  );
  // Where in this file it was found tells nobody anything.
  error.stack = `${error.name}: ${error.message}`;
  throw error;
}
