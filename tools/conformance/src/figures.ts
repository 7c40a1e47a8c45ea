import type { Outcome } from "./outcome.ts";

/** A run in numbers. */
export interface Figures {
  readonly documents: number;
  readonly passed: number;
  readonly failed: number;
  /** Not generated, because references lead nowhere. */
  readonly refused: number;
  /** Of the refused: those that pass with `--lenient`. */
  readonly lenient: number;
  /** Passed, of those whose references resolve: `98.4 %`. */
  readonly share: string;
}

export function count(outcomes: readonly Outcome[]): Figures {
  const having = (status: Outcome["status"]) => outcomes.filter((one) => one.status === status);
  const [passed, failed, refused] = [having("passed"), having("failed"), having("refused")];
  return {
    documents: outcomes.length,
    passed: passed.length,
    failed: failed.length,
    refused: refused.length,
    lenient: refused.filter(({ lenient }) => lenient).length,
    share: percent(passed.length, passed.length + failed.length),
  };
}

/** Never rounded up to all: `99.9 %` is what 2,638 of 2,639 are. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "none";
  return `${(Math.floor((part * 1_000) / whole) / 10).toFixed(1)} %`;
}
