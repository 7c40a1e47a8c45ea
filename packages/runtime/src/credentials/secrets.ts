import { patternOf } from "./pattern-of.js";
import { redacted } from "./redacted.js";

/** The secrets that a call has used, and their removal from whatever could show them. */
export class Secrets {
  readonly #values: string[] = [];

  /** Remembers a value. */
  add(value: string): void {
    // A shorter one is too common in other text to be taken for a secret.
    if (value.length > 3) this.#values.push(value);
  }

  /** The text without secrets, in whatever form they may come back, see {@link patternOf}. */
  scrub(text: string): string {
    return (
      this.#values
        // Longest first, so that a value which is part of another leaves no rest of it.
        .sort((a, b) => b.length - a.length)
        .reduce((left, value) => left.replace(patternOf(value), redacted), text)
    );
  }
}
