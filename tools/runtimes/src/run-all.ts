import { locate, type Search } from "./locate.ts";
import { runRuntime, type Run } from "./run-runtime.ts";
import { judge } from "./judge.ts";
import { REFERENCE, type Runtime } from "./runtimes.ts";
import type { Check } from "./suite/check.ts";
import { findNobody, startSuiteServer } from "./server/suite-server.ts";
import { makeStage } from "./stage.ts";

/** What came of a runtime: a run of the suite, or why there is none. */
type Attempt =
  | { readonly runtime: Runtime; readonly run: Run }
  | { readonly runtime: Runtime; readonly absent: string }
  | { readonly runtime: Runtime; readonly failed: string };

/** What came of all. */
export interface Session {
  readonly attempts: readonly Attempt[];
  /** What is wrong with a check on a runtime: nothing, or a line for each problem. */
  readonly problems: (check: Check, run: Run) => string[];
}

/**
 * Runs the suite on some runtimes, a few of them at a time.
 *
 * @param runtimes With {@link REFERENCE} among them.
 * @throws Error Where there is nothing to compare with.
 */
export async function runAll(
  runtimes: readonly Runtime[],
  search: Search,
  parallel: number,
  tell: (line: string) => void = () => {},
): Promise<Session> {
  const server = await startSuiteServer();
  try {
    const stage = await makeStage();
    try {
      const nobody = await findNobody();
      const attempt = async (runtime: Runtime): Promise<Attempt> => {
        const located = await locate(runtime, search).catch(words);
        if (typeof located === "string") return { runtime, absent: located };
        const run = await runRuntime(located, server, stage, nobody).catch(words);
        tell(`${runtime.name}: ${typeof run === "string" ? run : "done"}`);
        return typeof run === "string" ? { runtime, failed: run } : { runtime, run };
      };
      const attempts = await inTurns(runtimes, parallel, attempt);
      const first = attempts.find(({ runtime }) => runtime === REFERENCE);
      if (!first || !("run" in first)) {
        throw new Error(`${REFERENCE.name}: ${explain(first)}`);
      }
      return { attempts, problems: (check, run) => judge(check, run, first.run, server) };
    } finally {
      stage.remove();
    }
  } finally {
    await server.close();
  }
}

function explain(attempt: Attempt | undefined): string {
  if (!attempt || "run" in attempt) return "It was not asked for.";
  return "absent" in attempt ? attempt.absent : attempt.failed;
}

async function inTurns<Item, Result>(
  items: readonly Item[],
  parallel: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  const worker = async () => {
    for (const [index, item] of left) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return results;
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
