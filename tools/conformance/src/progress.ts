import { clearLine, cursorTo } from "node:readline";

const WIDTH = 30;

/** How far a run is: a bar on a terminal, elsewhere a line for every twentieth part. */
export class Progress {
  readonly #total: number;
  readonly #output: NodeJS.WriteStream;
  readonly #start = performance.now();
  #done = 0;
  #failed = 0;
  #toldTwentieths = 0;

  constructor(total: number, output: NodeJS.WriteStream = process.stderr) {
    this.#total = total;
    this.#output = output;
  }

  /** Counts one; `note` is told on a line of its own. */
  step(failed: boolean, note?: string): void {
    this.#done += 1;
    this.#failed += Number(failed);
    if (this.#output.isTTY) {
      this.#clear();
      if (note !== undefined) this.#output.write(`${note}\n`);
      this.#output.write(this.#done === this.#total ? `${this.#line()}\n` : this.#line());
      return;
    }
    if (note !== undefined) this.#output.write(`${note}\n`);
    const twentieths = Math.floor((this.#done * 20) / this.#total);
    if (twentieths === this.#toldTwentieths) return;
    this.#toldTwentieths = twentieths;
    this.#output.write(`${this.#line()}\n`);
  }

  #clear(): void {
    clearLine(this.#output, 0);
    cursorTo(this.#output, 0);
  }

  #line(): string {
    const part = this.#total === 0 ? 1 : this.#done / this.#total;
    const filled = Math.floor(part * WIDTH);
    const bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
    const seconds = Math.round((performance.now() - this.#start) / 1_000);
    return `[${bar}] ${this.#done}/${this.#total}, ${this.#failed} failed, ${seconds} s`;
  }
}
