import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";

export const USAGE = `pnpm bench [--spec FILE] [--only PART] [--rounds N] [--write]

  --spec FILE   the large document; default: $BENCH_SPEC, else a synthetic one of the size of Plaid's
  --only PART   large, growth, types or bundles; may be given more than once; default: all
  --rounds N    runs of each tool over the large document; default 7
  --limit S     seconds that one run may take; default 240
  --cache DIR   where tools and results are kept; default: $BENCH_CACHE, else node_modules/.cache/bench
  --write       writes docs/benchmarks.md from all parts that were measured so far
`;

export const PARTS = ["large", "growth", "types", "bundles"] as const;
export type Part = (typeof PARTS)[number];

/** What a run is asked for. */
export interface Options {
  readonly spec: string | undefined;
  readonly parts: readonly Part[];
  readonly rounds: number;
  readonly limit: number;
  readonly cache: string;
  readonly write: boolean;
  readonly help: boolean;
}

/** @throws {TypeError} for what is no option, no part or no number. */
export function readArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      spec: { type: "string" },
      only: { type: "string", multiple: true, default: [] },
      rounds: { type: "string", default: "7" },
      limit: { type: "string", default: "240" },
      cache: { type: "string", default: env["BENCH_CACHE"] || DEFAULT_CACHE },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  return {
    spec: values.spec ?? (env["BENCH_SPEC"] || undefined),
    parts: values.only.length === 0 ? PARTS : values.only.map(readPart),
    rounds: positive("rounds", values.rounds),
    limit: positive("limit", values.limit),
    cache: values.cache,
    write: values.write,
    help: values.help,
  };
}

const DEFAULT_CACHE = fileURLToPath(new URL("../../../node_modules/.cache/bench", import.meta.url));

function readPart(text: string): Part {
  const part = PARTS.find((one) => one === text);
  if (part) return part;
  throw new TypeError(`There is no part "${text}". The parts are ${PARTS.join(", ")}.`);
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new TypeError(`--${name} takes a whole number above 0, not "${text}".`);
}
