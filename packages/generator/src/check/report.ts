import { formatProblem, type Location, type Problem } from "../problem.js";

/** Collects what is wrong, so that all of it can be told at once. */
export class Report {
  readonly #problems = new Map<string, Problem>();

  error(location: Location, message: string, fix: string): void {
    this.add({ severity: "error", location, message, fix });
  }

  warning(location: Location, message: string, fix: string): void {
    this.add({ severity: "warning", location, message, fix });
  }

  /** A problem of a part that is used in several places is kept once. */
  add(problem: Problem): void {
    const line = formatProblem(problem);
    if (!this.#problems.has(line)) this.#problems.set(line, problem);
  }

  /** File by file, in the order of their lines. */
  get problems(): readonly Problem[] {
    const problems = [...this.#problems.values()];
    const files = [...new Set(problems.map(({ location }) => location.file))];
    const rank = ({ location }: Problem) => [
      files.indexOf(location.file),
      location.line ?? 0,
      location.column ?? 0,
    ];
    return problems
      .map((problem) => ({ problem, rank: rank(problem) }))
      .sort((a, b) => compare(a.rank, b.rank))
      .map(({ problem }) => problem);
  }

  get failed(): boolean {
    return [...this.#problems.values()].some((problem) => problem.severity === "error");
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
