import { parseArgs } from "node:util";
import { REFERENCE, RUNTIMES, type Runtime } from "./runtimes.ts";
import { cacheFolder } from "./install.ts";

export const USAGE = `pnpm test:runtimes [--only NAME] [--no-write]

  --only NAME   ${RUNTIMES.map(({ id }) => id).join(", ")};
                may be given more than once; ${REFERENCE.id} runs anyway, to compare with; writes nothing
  --cache DIR   where npm installs runtimes; default: $RUNTIMES_CACHE, else the user's cache folder
  --no-write    leaves the tables of the READMEs as they are

Chromium is $CHROMIUM, else the system's; on Debian it is installed where that is allowed.
`;

/** What a run is asked for. */
export interface Options {
  readonly runtimes: readonly Runtime[];
  readonly cache: string;
  readonly write: boolean;
  readonly help: boolean;
}

/** @throws {TypeError} for what is no option or no runtime. */
export function readArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      only: { type: "string", multiple: true, default: [] },
      cache: { type: "string", default: cacheFolder(env) },
      write: { type: "boolean", default: true },
      help: { type: "boolean", default: false },
    },
  });
  const { only, cache, write, help } = values;
  const unknown = only.find((name) => !RUNTIMES.some(({ id }) => id === name));
  if (unknown !== undefined) throw new TypeError(`There is no runtime "${unknown}".`);
  const wanted = (runtime: Runtime) =>
    only.length === 0 || runtime === REFERENCE || only.includes(runtime.id);
  return { runtimes: RUNTIMES.filter(wanted), cache, write: write && only.length === 0, help };
}
