/**
 * Numbers names that are taken. It goes on where it was, for a thousand namesakes that each count from the
 * start would take a million steps.
 */
export class Numbering {
  readonly #next = new Map<string, number>();

  /**
   * The first of `stem2`, `stem3` and so on that is free.
   *
   * @param isTaken what says so; what it has said once must stay so.
   * @param key the stem as `isTaken` compares it.
   */
  number(stem: string, isTaken: (name: string) => boolean, key = stem): string {
    let count = this.#next.get(key) ?? 2;
    while (isTaken(`${stem}${count}`)) count += 1;
    this.#next.set(key, count + 1);
    return `${stem}${count}`;
  }
}
