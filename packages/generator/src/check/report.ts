import type { Location, Problem } from "../problem.js";

/** Collects what is wrong, so that all of it can be told at once. */
export class Report {
  readonly #problems: Problem[] = [];

  error(location: Location, message: string, fix: string): void {
    this.#problems.push({ severity: "error", location, message, fix });
  }

  warning(location: Location, message: string, fix: string): void {
    this.#problems.push({ severity: "warning", location, message, fix });
  }

  add(problem: Problem): void {
    this.#problems.push(problem);
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get failed(): boolean {
    return this.#problems.some((problem) => problem.severity === "error");
  }
}
