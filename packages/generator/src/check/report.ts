import { formatProblem, type Location, type Problem } from "../problem.js";

/** How a fault can be taken out of a document. */
export interface Mend {
  /** What becomes of the faulty part, as it goes on behind "it is": `left out`. */
  readonly becomes: string;
  /** Does it; absent where it is done already. */
  readonly apply?: () => void;
}

/** Collects what is wrong, so that all of it can be told at once. */
export class Report {
  readonly #problems = new Map<string, Problem>();
  readonly #lenient: boolean;

  /** @param options `lenient` mends what can be mended, with a warning instead of an error. */
  constructor({ lenient = false }: { readonly lenient?: boolean | undefined } = {}) {
    this.#lenient = lenient;
  }

  error(location: Location, message: string, fix: string): void {
    this.add({ severity: "error", location, message, fix });
  }

  warning(location: Location, message: string, fix: string): void {
    this.add({ severity: "warning", location, message, fix });
  }

  /**
   * A fault that `mend` takes out of the document: an error, and with `lenient` a warning.
   *
   * @returns whether it was mended.
   */
  mendable(location: Location, message: string, fix: string, mend: Mend): boolean {
    if (this.#lenient) {
      mend.apply?.();
      this.warning(location, `${message} It is ${mend.becomes}.`, fix);
    } else {
      this.error(location, message, `${fix} With --lenient it is ${mend.becomes}.`);
    }
    return this.#lenient;
  }

  /** As {@link mendable}, for what reports problems without knowing of reports. */
  addMended(problem: Problem, becomes: string | undefined): void {
    const { location, message, fix } = problem;
    if (becomes === undefined) this.add(problem);
    else this.mendable(location, message, fix, { becomes });
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
