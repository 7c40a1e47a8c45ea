// Loaded into each process that is measured: says at its end what it used.
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const path = process.env.BENCH_USAGE;
if (path && isMainThread) {
  // Not what it starts in turn.
  delete process.env.BENCH_USAGE;
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(path, JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime }));
  });
}
