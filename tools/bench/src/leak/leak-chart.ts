import { held, type Sample } from "./sample.ts";

const width = 760;
const left = 76;
const right = 36;
const panelHeight = 150;
const tops = [56, 270] as const;
const height = 474;

/** Draws what a process held, as an SVG for a light or a dark page: one panel for the objects, one for the process. */
export function leakChart(samples: readonly Sample[]): string {
  const most = samples.at(-1)?.calls ?? 0;
  const panels = [
    panel(tops[0], samples, "Objects after garbage collection (heap and outside it)", held),
    panel(tops[1], samples, "The whole process (resident set size)", ({ rss }) => rss),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Memory over ${count(most)} calls that were ended before their time">`,
    `<style>
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600 }
.faint { fill: #59636e }
.grid { stroke: #59636e; stroke-opacity: .25 }
.line { fill: none; stroke: #0969da; stroke-width: 2; stroke-linejoin: round }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc } .faint { fill: #9198a1 } .grid { stroke: #9198a1 } .line { stroke: #4493f8 }
}
</style>`,
    `<text class="title" x="${left}" y="20">Memory while calls are aborted and time out</text>`,
    ...panels,
    `<text class="faint" x="${(left + width - right) / 2}" y="${height - 6}" text-anchor="middle">calls that were ended before their time</text>`,
    "</svg>\n",
  ].join("\n");
}

function panel(
  top: number,
  samples: readonly Sample[],
  title: string,
  value: (sample: Sample) => number,
): string {
  const most = samples.at(-1)?.calls ?? 1;
  const step = roundStep(Math.max(...samples.map(value)) / 1e6 / 3);
  const ceiling = step * Math.ceil(((Math.max(...samples.map(value)) / 1e6) * 1.05) / step);
  const bottom = top + panelHeight;
  const x = (calls: number) => round(left + (calls / most) * (width - left - right));
  const y = (megabytes: number) => round(bottom - (megabytes / ceiling) * panelHeight);
  const points = samples.map((each) => `${x(each.calls)},${y(value(each) / 1e6)}`);
  return [
    `<text x="${left}" y="${top - 12}">${title}</text>`,
    ...ticks(ceiling, step).flatMap((tick) => [
      `<line class="grid" x1="${left}" x2="${width - right}" y1="${y(tick)}" y2="${y(tick)}"/>`,
      `<text class="faint" x="${left - 8}" y="${y(tick) + 4}" text-anchor="end">${tick} MB</text>`,
    ]),
    ...ticks(most, roundStep(most / 5)).map(
      (tick) =>
        `<text class="faint" x="${x(tick)}" y="${bottom + 20}" text-anchor="middle">${count(tick)}</text>`,
    ),
    `<polyline class="line" points="${points.join(" ")}"/>`,
  ].join("\n");
}

const round = (value: number) => Math.round(value * 10) / 10;
const count = (value: number) => value.toLocaleString("en-US");

/** 1, 2 or 5, and as many noughts as it takes: at least so much. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least)!;
}

function ticks(most: number, step: number): number[] {
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}
