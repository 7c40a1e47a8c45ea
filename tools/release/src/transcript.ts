/** What a rehearsal did and saw, told while it goes on and kept as Markdown. */
export class Transcript {
  readonly #lines: string[] = [];
  readonly #print: (line: string) => void;
  #steps = 0;

  /** @param print Gets every line once it is there. */
  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  /** Begins a step. */
  step(title: string): void {
    this.#steps += 1;
    this.#add("", `## ${this.#steps}. ${title}`, "");
  }

  /** What people would type. */
  command(text: string): void {
    this.#add(`    ${text}`);
  }

  /** What came of it: one item of a list. */
  saw(text: string): void {
    if (this.#lines.at(-1)?.startsWith("    ")) this.#add("");
    this.#add(`- ${text}`);
  }

  /** Everything so far, with an introduction. */
  text(introduction: string): string {
    return `${introduction.trimEnd()}\n${this.#lines.join("\n")}\n`;
  }

  #add(...lines: readonly string[]): void {
    for (const line of lines) {
      // A command after a list would be read as a part of its last item.
      if (line.startsWith("    ") && this.#lines.at(-1)?.startsWith("- ")) this.#add("");
      this.#lines.push(line);
      this.#print(line);
    }
  }
}
