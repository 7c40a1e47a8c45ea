/** What a rehearsal did and saw, told while it goes on and kept as Markdown. */
export class Transcript {
  readonly #lines: string[] = [];
  readonly #print: (line: string) => void;
  readonly #steps: { readonly title: string; readonly began: number }[] = [];

  /** @param print Gets every line once it is there. */
  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  /** Begins a step. */
  step(title: string): void {
    this.#steps.push({ title, began: performance.now() });
    this.#add("", `## ${this.#steps.length}. ${title}`, "");
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

  /** How long each step took, in seconds: the end. */
  times(): void {
    const ends = [...this.#steps.slice(1).map(({ began }) => began), performance.now()];
    const seconds = this.#steps.map(({ began }, index) => ((ends[index] ?? 0) - began) / 1000);
    const total = seconds.reduce((sum, each) => sum + each, 0);
    const rows = this.#steps.map(({ title }, index) => [title, seconds[index]?.toFixed(1)]);
    this.#add("", "## Seconds", "", "| step | s |", "| --- | --- |");
    this.#add(...[...rows, ["all", total.toFixed(1)]].map((cells) => `| ${cells.join(" | ")} |`));
  }

  /** Everything so far, with an introduction. */
  text(introduction: string): string {
    const text = `${introduction.trimEnd()}\n${this.#lines.join("\n")}\n`;
    // What is indented below a list would be a part of its last item.
    return text.replace(
      /(?:^ {4}.*\n)+/gm,
      (lines) => `\`\`\`sh\n${lines.replace(/^ {4}/gm, "")}\`\`\`\n`,
    );
  }

  #add(...lines: readonly string[]): void {
    for (const line of lines) {
      if (line.startsWith("    ") && this.#lines.at(-1)?.startsWith("- ")) this.#add("");
      this.#lines.push(line);
      this.#print(line);
    }
  }
}
