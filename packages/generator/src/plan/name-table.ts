import { Numbering } from "../numbering.js";

/**
 * Hands out names that are used once. A name that is taken gets a suffix, the same one in every
 * run, and whoever asked is told.
 */
export class NameTable {
  readonly #taken: Set<string>;
  readonly #fold: (name: string) => string;
  readonly #numbering = new Numbering();

  /**
   * @param reserved names that nobody gets.
   * @param fold what makes two names the same; lower-casing for file names.
   */
  constructor(reserved: Iterable<string>, fold: (name: string) => string = (name) => name) {
    this.#fold = fold;
    this.#taken = new Set([...reserved].map(fold));
  }

  has(name: string): boolean {
    return this.#taken.has(this.#fold(name));
  }

  /**
   * @param wanted the name to take.
   * @param suffix what to try first when it is taken; numbers follow.
   */
  take(wanted: string, suffix = ""): string {
    const stem = wanted + suffix;
    const name =
      [wanted, stem].find((one) => !this.has(one)) ??
      this.#numbering.number(stem, (one) => this.has(one), this.#fold(stem));
    this.#taken.add(this.#fold(name));
    return name;
  }
}
