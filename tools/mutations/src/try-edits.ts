import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  compareDocuments,
  prepareClient,
  ProblemsError,
  type Comparison,
} from "@plaid-partner/generator";
import { makeProgram, type Files } from "./compile.ts";
import type { Edit } from "./edits/edit.ts";
import type { OpenApi } from "./open-api.ts";
import { prefixed, writeProbe } from "./probe/write-probe.ts";
import type { Subject } from "./subject.ts";

/** What became of one edit at one place. */
export interface Outcome {
  readonly subject: string;
  readonly edit: string;
  readonly place: string;
  /** What the comparison said; `undefined` where no client can be made of the edited document. */
  readonly comparison: Comparison | undefined;
  /** What the compiler says of a consumer of the old client, with the new one. */
  readonly complaints: readonly string[];
  /** Why no client could be made. */
  readonly refusal?: string;
}

/** How much is tried. */
export interface Extent {
  /** At how many places of a document each kind of edit is tried at most. */
  readonly places: number;
  /** Writes what a failure needs to be looked at here: both documents and both clients. */
  readonly keep?: string | undefined;
}

/** So many clients are in one program at a time: more of them would take too much memory. */
const BATCH = 40;

interface Mutant {
  readonly edit: string;
  readonly place: string;
  readonly document: OpenApi;
}

/**
 * Makes edits in a document, one at a time, and sees what the comparison says and what becomes of a consumer.
 *
 * @throws {Error} if the consumer does not even compile with the client that it was written for.
 */
export async function tryEdits(
  { name, document }: Subject,
  edits: readonly Edit[],
  extent: Extent,
): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), "mutations-"));
  try {
    const before = write(folder, "before", document);
    const old = await clientOf(before);
    const probe = writeProbe(old);
    const mutants = edits.flatMap((edit) => mutantsOf(edit, document, extent.places));
    const outcomes: Outcome[] = [];
    for (let start = 0; start < mutants.length; start += BATCH) {
      outcomes.push(...(await tryBatch(mutants.slice(start, start + BATCH), start)));
    }
    return outcomes;

    async function tryBatch(batch: readonly Mutant[], start: number): Promise<Outcome[]> {
      const files: Record<string, string> = {
        ...prefixed("old/client", old),
        "old/consumer.ts": probe,
      };
      const tried: { mutant: Mutant; at: string; comparison?: Comparison; refusal?: string }[] = [];
      for (const [index, mutant] of batch.entries()) {
        const at = `edit${start + index}`;
        const after = write(folder, at, mutant.document);
        const comparison = await compareDocuments(before, after);
        try {
          const client = prefixed(`${at}/client`, await clientOf(after));
          Object.assign(files, client, { [`${at}/consumer.ts`]: probe });
          tried.push({ mutant, at, comparison });
        } catch (error) {
          if (!(error instanceof ProblemsError)) throw error;
          tried.push({ mutant, at, refusal: error.message });
        }
      }
      if (extent.keep !== undefined) keepFiles(extent.keep, name, files);
      const { complaints } = makeProgram(files);
      const own = complaints("old/consumer.ts");
      if (own.length > 0) throw new Error(`The consumer of ${name} is wrong:\n${own.join("\n")}`);
      return tried.map(({ mutant, at, comparison, refusal }) => ({
        subject: name,
        edit: mutant.edit,
        place: mutant.place,
        comparison,
        complaints: comparison === undefined ? [] : complaints(`${at}/consumer.ts`),
        ...(refusal === undefined ? {} : { refusal }),
      }));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Copies with one edit each, at places from all over the document. */
function mutantsOf({ name, find }: Edit, document: OpenApi, most: number): Mutant[] {
  const count = find(document).length;
  const chosen = Math.min(most, count);
  return Array.from({ length: chosen }, (_, index) => {
    const copy = structuredClone(document);
    const place = find(copy)[Math.floor((index * count) / chosen)];
    if (!place) throw new Error(`${name} finds other places in a copy.`);
    place.apply();
    return { edit: name, place: place.shown, document: copy };
  });
}

function write(folder: string, name: string, document: OpenApi): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(document));
  return path;
}

async function clientOf(spec: string): Promise<Files> {
  const out = join(spec, "..", "client");
  const { files } = await prepareClient({ spec, out, format: "none" });
  return Object.fromEntries(
    files.filter(({ path }) => path.endsWith(".ts")).map(({ path, content }) => [path, content]),
  );
}

function keepFiles(folder: string, name: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    const target = join(folder, name.replace(/[^A-Za-z0-9.]+/g, "-"), path);
    mkdirSync(join(target, ".."), { recursive: true });
    writeFileSync(target, text);
  }
}
