import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Outcome } from "./outcome.ts";

/**
 * Outcomes on the disk, a line each, added as they come: a run that was stopped goes on where it was.
 * An outcome counts for the document and the generator that it was made with.
 */
export class ResultStore {
  readonly #path: string;
  readonly #outcomes = new Map<string, Outcome>();

  constructor(path: string) {
    this.#path = path;
    mkdirSync(dirname(path), { recursive: true });
    const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
    for (const line of lines) {
      const outcome = parse(line);
      if (outcome) this.#outcomes.set(outcome.key, outcome);
    }
  }

  get(key: string): Outcome | undefined {
    return this.#outcomes.get(key);
  }

  add(outcome: Outcome): void {
    this.#outcomes.set(outcome.key, outcome);
    // A break comes first, for the line before may be half of one.
    appendFileSync(this.#path, `\n${JSON.stringify(outcome)}`);
  }
}

function parse(line: string): Outcome | undefined {
  try {
    return JSON.parse(line) as Outcome;
  } catch {
    return undefined;
  }
}
