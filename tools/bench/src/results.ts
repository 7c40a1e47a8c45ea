import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CallRounds } from "./calls/rounds.ts";
import type { Generation } from "./measure-generation.ts";
import type { Imports } from "./measure-imports.ts";
import type { Sizes } from "./measure-sizes.ts";
import type { TypeCost } from "./measure-types.ts";

/** The size of a bundle, and the strings of other operations that were found in it. */
interface BundleResult {
  readonly name: string;
  readonly bytes: number;
  readonly gzipped: number;
  readonly others: number;
}

/** What types cost one caller, by the compiler's version. */
interface TypeResult {
  readonly name: string;
  readonly costs: Readonly<Record<string, TypeCost>>;
}

/** All that was measured so far; each part may be of another run. */
export interface Results {
  readonly machine?: string;
  readonly calls?: CallRounds;
  readonly imports?: Imports;
  readonly sizes?: Sizes;
  readonly large?: { readonly name: string; readonly generation: Generation };
  /** The same on other versions of Node, by the version. */
  readonly largeOn?: Readonly<Record<string, NonNullable<Results["large"]>>>;
  readonly growth?: { readonly small: Generation; readonly large: Generation };
  readonly types?: { readonly name: string; readonly callers: readonly TypeResult[] };
  readonly bundles?: { readonly name: string; readonly callers: readonly BundleResult[] };
}

/** The results in a cache. */
export function readResults(cache: string): Results {
  const path = join(cache, "results.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Results) : {};
}

/** Keeps a part's results beside those of other parts. */
export function keepResults(cache: string, part: Results): void {
  const all = { ...readResults(cache), ...part };
  writeFileSync(join(cache, "results.json"), JSON.stringify(all, undefined, 2));
}
