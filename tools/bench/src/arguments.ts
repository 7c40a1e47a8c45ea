import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";

export const USAGE = `pnpm bench [--spec FILE] [--only PART] [--rounds N] [--packages DIR] [--node FILE] [--write]

  --spec FILE     the large document; default: $BENCH_SPEC, else a synthetic one of the size of Plaid's
  --only PART     calls, imports, sizes, large, growth, types or bundles; may be given more than once; default: all
  --rounds N      rounds of calls (default 60), of imports (15), of tools over the large document (7)
  --packages DIR  a checkout whose built client is called, imported and bundled; its figures are printed and
                  not kept; default: $BENCH_PACKAGES, else this one
  --node FILE     another Node that the generators of the large document run on; kept beside this one's figures
  --limit S       seconds that one run may take; default 240
  --cache DIR     where tools and results are kept; default: $BENCH_CACHE, else node_modules/.cache/bench
  --write         writes docs/benchmarks.md from all parts that were measured so far
`;

export const PARTS = ["calls", "imports", "sizes", "large", "growth", "types", "bundles"] as const;
export type Part = (typeof PARTS)[number];

/** What a run is asked for. */
export interface Options {
  readonly spec: string | undefined;
  readonly parts: readonly Part[];
  /** Absent where each part has its own number. */
  readonly rounds: number | undefined;
  /** The root of the checkout whose built client is measured; absent: this one. */
  readonly packages: string | undefined;
  /** Another Node's executable. */
  readonly node: string | undefined;
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
      rounds: { type: "string" },
      packages: { type: "string" },
      node: { type: "string" },
      limit: { type: "string", default: "240" },
      cache: { type: "string", default: env["BENCH_CACHE"] || DEFAULT_CACHE },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  return {
    spec: values.spec ?? (env["BENCH_SPEC"] || undefined),
    parts: values.only.length === 0 ? PARTS : values.only.map(readPart),
    rounds: values.rounds === undefined ? undefined : positive("rounds", values.rounds),
    packages: values.packages ?? (env["BENCH_PACKAGES"] || undefined),
    node: values.node,
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
