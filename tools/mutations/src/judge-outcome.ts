import type { Outcome } from "./try-edits.ts";

/**
 * What a comparison's bump is worth, seen from what became of the consumer:
 *
 * - `right`: it breaks and was called major, or compiles and was not;
 * - `missed`: it breaks and was not called major, a failure;
 * - `wire`: it compiles, and a wire rule calls it major;
 * - `cautious`: it compiles, and was called major for its types alone;
 * - `refused`: no client can be made of the edited document.
 */
export type Worth = "right" | "missed" | "wire" | "cautious" | "refused";

/** Looks at the bump and at the consumer. */
export function worthOf({ comparison, complaints, refusal }: Outcome): Worth {
  if (refusal !== undefined) return "refused";
  const isMajor = comparison?.bump === "major";
  if (complaints.length > 0) return isMajor ? "right" : "missed";
  if (!isMajor) return "right";
  return comparison.verdicts.wire === "major" ? "wire" : "cautious";
}

/** What the table says of an outcome: `major, breaks`. */
export function cellOf(outcome: Outcome): string {
  const bump = outcome.comparison?.bump ?? "none";
  switch (worthOf(outcome)) {
    case "refused":
      return "refused";
    case "missed":
      return `**${bump}, breaks**`;
    case "wire":
      return "major, wire";
    case "cautious":
      return "major, cautious";
    case "right":
      return bump === "major" ? "major, breaks" : bump;
  }
}
