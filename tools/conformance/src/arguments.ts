import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

export const USAGE = `pnpm conformance [--all] [--only GLOB] [--jobs N] [--compare]

  --all           every document of the collection (2,639), in place of the list (320)
  --only GLOB     documents whose path matches, such as 'azure.com/*'; may be given more than once
  --jobs N        documents at a time; default: the number of processors
  --timeout S     seconds that one generation, and one check of types, may take; default 300
  --memory MB     memory that one generation may take; default 6144
  --cache DIR     where the collection and results are kept; default: $CONFORMANCE_CACHE, else
                  node_modules/.cache/conformance
  --fresh         forgets earlier results; else only what has changed since, or failed, is run again
  --keep          leaves the generated clients in the cache
  --compare       runs openapi-typescript and hey-api over the same documents, too
  --write         writes the figures into docs/conformance.md
`;

/** What a run is asked for. */
export interface Options {
  readonly all: boolean;
  readonly only: readonly string[];
  readonly jobs: number;
  readonly timeout: number;
  readonly memory: number;
  readonly cache: string;
  readonly fresh: boolean;
  readonly keep: boolean;
  readonly compare: boolean;
  readonly write: boolean;
  readonly help: boolean;
}

/** @throws {TypeError} for what is no option or no number. */
export function readArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      all: flag,
      only: { type: "string", multiple: true, default: [] },
      jobs: { type: "string", default: String(availableParallelism()) },
      timeout: { type: "string", default: "300" },
      memory: { type: "string", default: "6144" },
      cache: { type: "string", default: env["CONFORMANCE_CACHE"] || DEFAULT_CACHE },
      fresh: flag,
      keep: flag,
      compare: flag,
      write: flag,
      help: flag,
    },
  });
  return {
    ...values,
    jobs: positive("jobs", values.jobs),
    timeout: positive("timeout", values.timeout),
    memory: positive("memory", values.memory),
  };
}

const DEFAULT_CACHE = fileURLToPath(
  new URL("../../../node_modules/.cache/conformance", import.meta.url),
);

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new TypeError(`--${name} takes a whole number above 0, not "${text}".`);
}
