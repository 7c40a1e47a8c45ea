import { join } from "node:path";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { makeClone, type Clone } from "../clone.ts";
import { startRegistry, type Registry } from "../registry/registry.ts";
import type { Uplink } from "../registry/uplink.ts";
import { endAll } from "../run.ts";
import type { Transcript } from "../transcript.ts";

/** Where a rehearsal takes place. */
export interface Stage {
  /** A folder that is gone afterwards. */
  readonly base: string;
  readonly registry: Registry;
  readonly clone: Clone;
  readonly transcript: Transcript;
}

/**
 * Starts a registry, makes a clone that publishes to it, lets something be done with both, and takes all of it away again:
 * also when that fails, and when somebody ends this process.
 *
 * @param uplink Where the registry gets other packages from; without one, it has none.
 */
export async function withStage(
  transcript: Transcript,
  dependencies: "link" | "install",
  uplink: Uplink | undefined,
  play: (stage: Stage) => Promise<void>,
): Promise<void> {
  const base = await mkdtemp(join(await realpath(tmpdir()), "release-"));
  const leave = (signal: NodeJS.Signals) => {
    endAll();
    rmSync(base, { recursive: true, force: true, maxRetries: 5 });
    process.exit(128 + constants.signals[signal]);
  };
  // Not `once`: a terminal and a package manager may both pass a signal on, and the second must not end the first.
  // SIGHUP is a terminal that was closed.
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, leave);
  let registry: Registry | undefined;
  try {
    registry = await startRegistry(join(base, "registry"), uplink);
    const clone = await makeClone(base, dependencies, registry.npmrc);
    await play({ base, registry, clone, transcript });
  } finally {
    for (const signal of signals) process.off(signal, leave);
    await registry?.stop();
    await rm(base, { recursive: true, force: true, maxRetries: 5 });
  }
}
