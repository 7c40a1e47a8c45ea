import { AGAIN, METHOD, OFFICIAL, RAW, STANDALONE } from "./calls/contenders.ts";
import { ORDERS, type Rounds } from "./calls/rounds.ts";
import { ratiosOf, spreadOf, type Spread } from "./figures-of-rounds.ts";
import { count, median, show, table } from "./figures.ts";
import { IMPORT_OFFICIAL, IMPORT_OURS, type Imports } from "./measure-imports.ts";
import { SIZE_OURS, type Sizes } from "./measure-sizes.ts";
import type { Results } from "./results.ts";

/** Bytes of one operation, minified and brotli. */
const SIZE_BUDGET = 5_000;

/** The sections about the customer client, in Markdown. */
export function reportClient({ calls, imports, sizes }: Results): string[] {
  return [
    ...(calls
      ? [
          "### Calls on loopback, one after the other",
          callTable(calls.sequential),
          `### Calls on loopback, ${ORDERS.concurrent.lanes} in flight`,
          callTable(calls.concurrent),
        ]
      : []),
    ...(imports ? ["### Importing the client", importTable(imports)] : []),
    ...(sizes ? ["### What one operation of the customer client weighs", sizeTable(sizes)] : []),
    ...(calls || imports || sizes
      ? ["### Targets", targetTable({ calls, imports, sizes } as Results)]
      : []),
  ];
}

function callTable(rounds: Rounds): string {
  const raw = rawRates(rounds);
  const rows = Object.entries(rounds).map(([name, slots]) => [
    name,
    showSpread(ratiosOf(ratesOf(rounds, name), raw)),
    showRatio(ratiosOf(ratesOf(rounds, name), ratesOf(rounds, OFFICIAL)).middle),
    count(Math.round(median(ratesOf(rounds, name)))),
    show(median(slots.map(({ cpu }) => cpu))),
  ]);
  return table(["", "to fetch", "to plaid", "calls per second", "µs of processor per call"], rows);
}

/** A round's plain `fetch` is the mean of its two turns. */
function rawRates(rounds: Rounds): number[] {
  const again = ratesOf(rounds, AGAIN);
  return ratesOf(rounds, RAW).map((rate, round) => (rate + (again[round] ?? Number.NaN)) / 2);
}

function ratesOf(rounds: Rounds, name: string): number[] {
  return (rounds[name] ?? []).map(({ rate }) => rate);
}

function importTable(imports: Imports): string {
  const official = imports[IMPORT_OFFICIAL] ?? [];
  const rows = Object.entries(imports).map(([name, milliseconds]) => [
    name,
    showSpread(ratiosOf(milliseconds, official)),
    showSpread(spreadOf(milliseconds), show),
  ]);
  return table(["", "to plaid", "milliseconds"], rows);
}

function sizeTable(sizes: Sizes): string {
  const bundlers = Object.keys(Object.values(sizes)[0] ?? {}) as (keyof Sizes[string])[];
  const rows = Object.entries(sizes).map(([name, size]) => [
    name,
    ...bundlers.map((bundler) => count(size[bundler].brotli)),
    count(size.esbuild.gzipped),
    count(size.esbuild.minified),
  ]);
  return table(
    [
      "",
      ...bundlers.map((bundler) => `brotli, ${bundler}`),
      "gzipped, esbuild",
      "minified, esbuild",
    ],
    rows,
  );
}

function targetTable({ calls, imports, sizes }: Results): string {
  const rows: string[][] = [];
  for (const [kind, rounds] of Object.entries(calls ?? {})) {
    for (const name of [STANDALONE, METHOD]) {
      const rates = ratesOf(rounds, name);
      const toRaw = ratiosOf(rates, rawRates(rounds)).middle;
      const toOfficial = ratiosOf(rates, ratesOf(rounds, OFFICIAL)).middle;
      rows.push([`${name}, ${kind}, to fetch`, "≥ 0.95", showRatio(toRaw), met(toRaw >= 0.95)]);
      rows.push([
        `${name}, ${kind}, to plaid`,
        "≥ 1.20",
        showRatio(toOfficial),
        met(toOfficial >= 1.2),
      ]);
    }
  }
  if (imports) {
    const part = ratiosOf(imports[IMPORT_OURS] ?? [], imports[IMPORT_OFFICIAL] ?? []).middle;
    rows.push([`${IMPORT_OURS}, import to plaid's`, "≤ 0.10", showRatio(part), met(part <= 0.1)]);
  }
  for (const [bundler, { brotli }] of Object.entries(sizes?.[SIZE_OURS] ?? {})) {
    const name = `${SIZE_OURS}, brotli bytes, ${bundler}`;
    rows.push([name, `≤ ${count(SIZE_BUDGET)}`, count(brotli), met(brotli <= SIZE_BUDGET)]);
  }
  return table(["", "target", "measured", "met"], rows);
}

const met = (is: boolean) => (is ? "yes" : "no");

/** Two digits would hide on which side of a target a ratio is. */
const showRatio = (value: number) => `${value.toFixed(3)} ×`;

function showSpread({ middle, low, high }: Spread, one: (value: number) => string = showRatio) {
  return `${one(middle)} (${one(low)}–${one(high)})`.replace(/ ×(?=[–)])/g, "");
}
