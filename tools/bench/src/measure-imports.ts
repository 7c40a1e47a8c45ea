import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { shuffled } from "./calls/rounds.ts";
import type { Files } from "./calls/prepare-files.ts";

/** Milliseconds of each round, by what was imported; the same place in each list is the same round. */
export type Imports = Readonly<Record<string, readonly number[]>>;

export const IMPORT_OURS = "clientgen, the customer client";
export const IMPORT_OFFICIAL = "plaid, the official package";
const EMPTY = "an empty module";

const SCRIPT = fileURLToPath(new URL("time-import.mjs", import.meta.url));

/** Imports each package once in a fresh process, all in turn, in rounds. */
export async function measureImports(
  rounds: number,
  files: Files,
  tell: (line: string) => void,
): Promise<Imports> {
  const subjects = Object.entries(modulesOf(files));
  const taken = new Map(subjects.map(([name]) => [name, [] as number[]]));
  // The first round brings files into the system's memory.
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, file] of shuffled(subjects)) {
      const milliseconds = await timeImport(file);
      if (round >= 0) taken.get(name)?.push(milliseconds);
    }
  }
  tell(`  ${rounds} rounds`);
  return Object.fromEntries(taken);
}

function modulesOf({ client, hey, loader }: Files): Record<string, string> {
  const module = (name: string, source: string) => {
    const file = join(dirname(loader), name);
    writeFileSync(file, source);
    return file;
  };
  return {
    [IMPORT_OURS]: client,
    "openapi-fetch": module("import-openapi-fetch.mjs", 'import "openapi-fetch";\n'),
    "@hey-api/openapi-ts, in one file": hey,
    [IMPORT_OFFICIAL]: module("import-plaid.mjs", 'import "plaid";\n'),
    [EMPTY]: module("import-nothing.mjs", "export {};\n"),
  };
}

async function timeImport(file: string): Promise<number> {
  const args = [SCRIPT, pathToFileURL(file).href];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 60_000 });
  return Number(stdout);
}
