import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Options } from "./arguments.ts";
import { linkRuntime } from "./check-types.ts";
import { sha256, type DocumentFile } from "./choose-documents.ts";
import { GeneratorProcess } from "./generator-process.ts";
import type { Outcome } from "./outcome.ts";
import { Progress } from "./progress.ts";
import type { ResultStore } from "./result-store.ts";
import { testDocument, type Trial } from "./test-document.ts";

/** What to do with one document. The generator's process belongs to one lane of the run. */
export type Test = (trial: Trial, generator: GeneratorProcess) => Promise<Outcome>;

/** Where things are. */
export interface Places {
  /** The collection. */
  readonly documents: string;
  /** Where clients are generated. */
  readonly work: string;
}

/**
 * Tests documents, several at a time, and gives their outcomes in the order of `files`. What `store`
 * knows is not run again, but for what failed.
 *
 * @param tool hash of the tool under test.
 */
export async function runAll(
  files: readonly DocumentFile[],
  places: Places,
  tool: string,
  store: ResultStore,
  options: Options,
  test: Test = testDocument,
): Promise<Outcome[]> {
  // A folder for each tool, so that two of them may run at the same time.
  const work = join(places.work, fileName(tool));
  mkdirSync(work, { recursive: true });
  linkRuntime(work);
  const progress = new Progress(files.length);
  const outcomes = new Map<string, Outcome>();
  const waiting = files.values();
  await Promise.all(Array.from({ length: options.jobs }, lane));
  return files.flatMap(({ path }) => outcomes.get(path) ?? []);

  async function lane(): Promise<void> {
    const limits = { milliseconds: options.timeout * 1_000, megabytes: options.memory };
    const generator = new GeneratorProcess(limits);
    try {
      for (const { path } of waiting) {
        const spec = join(places.documents, path);
        const key = `${sha256(path + sha256(readFileSync(spec))).slice(0, 16)}-${tool}`;
        const known = options.keep ? undefined : store.get(key);
        // A busy machine may have been the reason for a failure.
        const isFinal = known !== undefined && known.status !== "failed";
        const outcome = isFinal ? known : await run(path, spec, key);
        outcomes.set(path, outcome);
        progress.step(outcome.status === "failed", note(outcome));
      }
    } finally {
      generator.close();
    }

    async function run(path: string, spec: string, key: string): Promise<Outcome> {
      const out = join(work, fileName(path.replace(/\.json$/, "")));
      const checkMilliseconds = limits.milliseconds;
      const trial = { path, spec, out, key, checkMilliseconds, keep: options.keep };
      const outcome = await test(trial, generator);
      store.add(outcome);
      return outcome;
    }
  }
}

function fileName(text: string): string {
  return text.replace(/[^A-Za-z0-9.-]+/g, "-");
}

function note({ status, path, reasons, lenient }: Outcome): string | undefined {
  if (status === "passed") return undefined;
  const label = status === "refused" && lenient === false ? "refused, and fails leniently" : status;
  return `${label}: ${path}: ${reasons[0]?.split("\n")[0] ?? ""}`;
}
