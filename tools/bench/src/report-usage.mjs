// Loaded into each process that is measured, and into those that it starts: says at its end what it used.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";

const folder = process.env.BENCH_USAGE;
if (folder && isMainThread) {
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const usage = { maxRSS, cpu: userCPUTime + systemCPUTime };
    writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(usage));
  });
}
