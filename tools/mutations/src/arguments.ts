import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

export const USAGE = `pnpm mutations [--only WORDS] [--document NAME] [--places N] [--collection] [--keep DIR] [--write]

  --only WORDS      kinds of edit whose name has these words; may be given more than once
  --document NAME   documents whose name has this; may be given more than once
  --places N        at how many places of a document each kind is tried at most; default 2
  --collection      three documents of the conformance list, too; they are fetched (45 MB) into
                    $CONFORMANCE_CACHE, else node_modules/.cache/conformance
  --keep DIR        leaves the clients and their consumers here
  --write           writes the table into docs/mutation-test.md; needs --collection and nothing left out

Exit code: 0 all right, 1 a bump below major breaks its consumer, 2 wrong arguments.
`;

/** What a run is asked for. */
export interface Options {
  readonly only: readonly string[];
  readonly document: readonly string[];
  readonly places: number;
  readonly collection: boolean;
  readonly cache: string;
  readonly keep?: string | undefined;
  readonly write: boolean;
  readonly help: boolean;
}

/** @throws {TypeError} for what can't be meant. */
export function readArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options {
  const flag = { type: "boolean", default: false } as const;
  const list = { type: "string", multiple: true, default: [] } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { ...list, default: [] },
      document: { ...list, default: [] },
      places: { type: "string", default: "2" },
      collection: flag,
      keep: { type: "string" },
      write: flag,
      help: flag,
    },
  });
  const places = Number(values.places);
  if (!Number.isInteger(places) || places < 1) {
    throw new TypeError(`--places takes a whole number above 0, not "${values.places}".`);
  }
  const isWhole = values.only.length === 0 && values.document.length === 0 && places === 2;
  if (values.write && !(isWhole && values.collection)) {
    throw new TypeError(
      "--write takes the whole set: --collection, and no --only, --document or --places.",
    );
  }
  return { ...values, places, cache: env["CONFORMANCE_CACHE"] || DEFAULT_CACHE };
}

const DEFAULT_CACHE = fileURLToPath(
  new URL("../../../node_modules/.cache/conformance", import.meta.url),
);
