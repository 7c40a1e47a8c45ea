import { watch, type FSWatcher } from "node:fs";
import { dirname, resolve } from "node:path";
import { isWeb, toAddress } from "../load/address.js";
import { addressesOf, loadSources } from "../load/load-sources.js";
import type { GenerateOptions } from "../generate-options.js";
import type { Output } from "./output.js";

/** Editors write a file in several steps; this many ms without one more end a change. */
const QUIET = 100;

/**
 * Calls `changed` whenever a file of one of the documents changes, until the process is
 * interrupted. Folders are watched, because editors replace files.
 */
export async function watchSources(
  targets: readonly GenerateOptions[],
  changed: () => Promise<unknown>,
  output: Output,
): Promise<void> {
  const watchers = new Map<string, FSWatcher>();
  let files: readonly string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  const listen = async (): Promise<void> => {
    files = await sourceFiles(targets);
    const folders = new Set(files.map((file) => dirname(file)));
    // Those that go on are kept: a change that a closed one had not told yet would be lost.
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (!watchers.has(folder)) watchers.set(folder, watch(folder, told(folder)));
    }
  };
  const told = (folder: string) => (_event: string, name: string | null) => {
    if (name === null || files.includes(resolve(folder, name))) schedule();
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(changed).then(listen).catch(report);
    }, QUIET);
  };
  const report = (error: unknown): void => {
    output.error(error instanceof Error ? error.message : String(error));
  };

  // Before anybody is told that it can be stopped.
  const stopped = new Promise<void>((stop) => process.once("SIGINT", stop).once("SIGTERM", stop));
  await listen();
  // To standard error: what --json prints is for programs.
  output.error("Watching. Press Ctrl-C to stop.");
  await stopped;
  clearTimeout(timer);
  for (const watcher of watchers.values()) watcher.close();
  await running;
}

async function sourceFiles(targets: readonly GenerateOptions[]): Promise<string[]> {
  const lists = await Promise.all(
    targets.map(async (options) => {
      const path = toAddress(options.spec);
      // A document that is broken for a moment is watched all the same.
      const sources = await loadSources(path, options.spec, options).catch(() => undefined);
      return sources ? addressesOf(sources).filter((address) => !isWeb(address)) : [path];
    }),
  );
  return lists.flat();
}
