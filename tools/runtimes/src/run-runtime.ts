import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Located, versionOf } from "./locate.ts";
import type { Runtime } from "./runtimes.ts";
import type { SuiteServer } from "./server/suite-server.ts";
import type { Stage } from "./stage.ts";
import { runChild } from "./start/run-child.ts";
import { runPage } from "./start/run-page.ts";
import type { Place, Report } from "./suite/run-suite.ts";

/** Milliseconds for the whole suite on one runtime, and for one check of it. */
const LIMIT = 180_000;
const CHECK_LIMIT = 30_000;

const WORKERD_HOST = fileURLToPath(new URL("start/workerd-host.mjs", import.meta.url));

/** What the suite came to on one runtime. */
export interface Run {
  readonly runtime: Runtime;
  readonly version: string;
  readonly report: Report;
}

/** Runs the suite on one runtime. */
export async function runRuntime(
  { runtime, file }: Located,
  server: SuiteServer,
  stage: Stage,
  nobody: string,
): Promise<Run> {
  const place: Place = { server: server.origin, runtime: runtime.id, nobody, limit: CHECK_LIMIT };
  const told = server.reportOf(runtime.id);
  const finish = async (version: string): Promise<Run> => {
    const none = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`${runtime.name} ended without a report.`)), 5_000).unref();
    });
    return { runtime, version, report: await Promise.race([told, none]) };
  };
  if (runtime.platform === "chromium") {
    return finish(await runPage(file, await stage.bundle(place, "page"), told, LIMIT));
  }
  if (runtime.platform === "workerd") {
    const script = join(stage.folder, "worker.js");
    await writeFile(script, await stage.bundle(place, "worker"));
    const command = { file: process.execPath, args: [WORKERD_HOST, file, script] };
    await runChild(command, stage.folder, LIMIT);
    return finish(await installedVersion(file, "workerd"));
  }
  const hosts = [server.origin, nobody, "http://127.0.0.1:1"].map((url) =>
    url.replace("http://", ""),
  );
  const args = [...(runtime.args?.(hosts) ?? []), await stage.entry(place)];
  await runChild({ file, args }, stage.folder, LIMIT);
  return finish(await versionOf(file));
}

async function installedVersion(folder: string, name: string): Promise<string> {
  const manifest = await readFile(join(folder, "node_modules", name, "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
