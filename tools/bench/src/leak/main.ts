import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../paths.ts";
import { replaceFigures } from "../report.ts";
import { leakChart } from "./leak-chart.ts";
import { leakReport } from "./leak-report.ts";
import { measureLeaks } from "./measure-leaks.ts";
import { bytesPerCall } from "./sample.ts";

const PAGE = join(ROOT, "docs/leaks.md");
const PICTURE = join(ROOT, "docs/leak.svg");

/** More than measuring varies by, less than the smallest thing that a call could leave. */
const MOST = 100;

const leaks = await measureLeaks({ calls: 10_000, every: 250, limit: 300_000 });
const figures = leakReport(leaks);
console.log(figures);
if (process.argv.includes("--write")) {
  writeFileSync(PAGE, replaceFigures(readFileSync(PAGE, "utf8"), figures));
  writeFileSync(PICTURE, leakChart(leaks.samples));
}
const { listeners, handles } = leaks.samples.at(-1) ?? { listeners: NaN, handles: NaN };
const flat = bytesPerCall(leaks.samples) < MOST;
if (!(flat && leaks.ended && leaks.connections + listeners + handles === 0)) process.exitCode = 1;
