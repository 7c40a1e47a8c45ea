import type { ServerResponse } from "node:http";
import type { Recorded } from "./record.ts";

/** Milliseconds that a check may wait for what it asked for. */
const PATIENCE = 10_000;

/** What the server keeps of one check on one runtime. */
export class CheckRoom {
  readonly requests: Recorded[] = [];
  #last: ServerResponse | undefined;
  #over = false;
  readonly #waiting = new Set<() => void>();
  #open = false;

  /** Keeps a request, and the answer that it gets. */
  add(request: Recorded, response: ServerResponse): void {
    this.requests.push(request);
    this.#last = response;
    this.#over = false;
    response.once("close", () => {
      if (this.#last === response) this.#over = !response.writableFinished;
      this.#changed();
    });
    this.#changed();
  }

  /** Lets pass what waits at the gate. */
  open(): void {
    this.#open = true;
    this.#changed();
  }

  opened(): Promise<boolean> {
    return this.#until(() => this.#open);
  }

  received(count: number): Promise<boolean> {
    return this.#until(() => this.requests.length >= count);
  }

  /** Whether the connection of the last request closes before its answer is over. */
  closed(): Promise<boolean> {
    return this.#until(() => this.#over);
  }

  #changed(): void {
    for (const look of this.#waiting) look();
  }

  #until(condition: () => boolean): Promise<boolean> {
    if (condition()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const done = (value: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(value);
      };
      const look = () => condition() && done(true);
      const timer = setTimeout(() => done(false), PATIENCE);
      timer.unref();
      this.#waiting.add(look);
    });
  }
}
