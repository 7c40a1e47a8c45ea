import { prepareClient, ProblemsError, writeClients } from "@plaid-partner/generator";
import type { Generated } from "./outcome.ts";

/** What the worker is asked for. */
export interface Task {
  readonly spec: string;
  readonly out: string;
  readonly lenient: boolean;
}

/** Generates one client after the other; it may run out of memory or time, and then dies alone. */
process.on("message", (task: Task) => {
  void generate(task).then((answer) => process.send?.(answer));
});

async function generate({ spec, out, lenient }: Task): Promise<Generated> {
  try {
    // What those get who have no settings of prettier; the cache stands among settings of ours.
    const client = await prepareClient({ spec, out, lenient, format: "oxfmt" });
    await writeClients([client]);
    return { kind: "written", operations: client.operations, warnings: client.warnings.length };
  } catch (error) {
    if (!(error instanceof ProblemsError)) {
      return { kind: "broken", reason: error instanceof Error ? `${error.stack}` : String(error) };
    }
    const problems = error.problems
      .filter(({ severity }) => severity === "error")
      .map(({ message, location }) => ({ message, pointer: location.pointer }));
    return { kind: "refused", problems };
  }
}
