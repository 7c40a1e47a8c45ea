/** Cuts text that comes in pieces at a separator. */
export class Splitter {
  readonly #separator: string | RegExp;
  /** What follows the last separator. In parts, because joining at every piece would take quadratic time. */
  #rest: string[] = [];
  /** How many characters are held since the last separator. */
  held = 0;

  constructor(separator: string | RegExp) {
    this.#separator = separator;
  }

  /** The parts that a piece completes. */
  *push(text: string): Generator<string, void, undefined> {
    const [first = "", ...others] = text.split(this.#separator);
    this.#rest.push(first);
    this.held += first.length;
    for (const next of others) {
      const part = this.take();
      this.put(next);
      yield part;
    }
  }

  /** Puts back what was taken. */
  put(part: string): void {
    this.#rest = [part];
    this.held = part.length;
  }

  /** Takes out what is held. */
  take(): string {
    const part = this.#rest.join("");
    this.#rest = [];
    this.held = 0;
    return part;
  }
}
