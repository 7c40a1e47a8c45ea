import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Place } from "../measure-generation.ts";
import type { Task } from "./call-in-rounds.ts";
import type { Files } from "./prepare-files.ts";
import { joinRounds, type CallRounds } from "./rounds.ts";

/** Fresh processes so many times, since each has its luck. */
const SETS = 5;
const WARM_UP = 20;

/**
 * Makes calls on loopback: short rounds in which each contender has its turn, in an order by chance, so that what else
 * the machine does meets all alike.
 */
export async function measureCalls(
  rounds: number,
  files: Files,
  { limit, tell }: Pick<Place, "limit" | "tell">,
): Promise<CallRounds> {
  const sets: CallRounds[] = [];
  const perSet = Math.ceil(rounds / SETS);
  for (let set = 0; set < SETS; set += 1) {
    const server = startProcess("serve-answers.ts", [], limit);
    try {
      const port = await answerOf(server);
      const task: Task = {
        ...files,
        server: `http://127.0.0.1:${String(port)}`,
        warmUp: WARM_UP,
        rounds: perSet,
      };
      const caller = startProcess("call-in-rounds.ts", [JSON.stringify(task)], limit);
      sets.push((await answerOf(caller)) as CallRounds);
    } finally {
      server.kill();
    }
    tell(`  set ${set + 1} of ${SETS}`);
  }
  const all = (kind: keyof CallRounds) => joinRounds(sets.map((set) => set[kind]));
  return { sequential: all("sequential"), concurrent: all("concurrent") };
}

function startProcess(script: string, args: readonly string[], limit: number): ChildProcess {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return fork(path, args, {
    execArgv: ["--expose-gc"],
    timeout: limit * 1000,
    killSignal: "SIGKILL",
  });
}

/** What a process says first. Rejects where it ends without a word. */
function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child
      .once("message", resolve)
      .once("error", reject)
      .once("exit", (code, signal) => reject(new Error(`A process ended: ${code ?? signal}.`)));
  });
}
