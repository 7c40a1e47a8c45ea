import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Generated } from "./outcome.ts";
import type { Task } from "./worker.ts";

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));

/** What one generation may take. */
export interface Limits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/**
 * Generates in a process of its own, which serves until a document brings it down: too much time or
 * memory is a result, and the next document gets a new process.
 */
export class GeneratorProcess {
  readonly #limits: Limits;
  #child: ChildProcess | undefined;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  async generate(task: Task): Promise<Generated> {
    const child = (this.#child ??= this.#start());
    const { promise, resolve } = Promise.withResolvers<Generated>();
    let output = "";
    const read = (text: string) => (output = (output + text).slice(-2_000));
    const timer = setTimeout(() => {
      resolve(broken(`Not done after ${this.#limits.milliseconds / 1_000} s.`));
      this.close();
    }, this.#limits.milliseconds);
    const onMessage = (answer: unknown) => resolve(answer as Generated);
    const onClose = (code: number | null, signal: string | null) => {
      if (this.#child === child) this.#child = undefined;
      const isFull = /heap out of memory/.test(output);
      const why = isFull ? `Out of ${this.#limits.megabytes} MB of memory.` : output.trim();
      resolve(broken(why || `The process ended with ${signal ?? code}.`));
    };
    child.stderr?.setEncoding("utf8").on("data", read);
    child.once("message", onMessage).once("close", onClose);
    child.send(task);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      child.stderr?.off("data", read);
      child.off("message", onMessage).off("close", onClose);
    }
  }

  close(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  #start(): ChildProcess {
    const execArgv = [`--max-old-space-size=${this.#limits.megabytes}`];
    return fork(WORKER, { execArgv, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  }
}

function broken(reason: string): Generated {
  return { kind: "broken", reason };
}
