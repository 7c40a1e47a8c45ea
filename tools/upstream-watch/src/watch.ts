import { readDocument } from "@plaid-partner/generator";
import { compareOperations } from "./compare/compare-operations.ts";
import { Findings } from "./compare/findings.ts";
import type { Difference } from "./difference.ts";
import { View } from "./view.ts";

/** A document of ours beside the published one. */
export interface Watched {
  readonly ours: View;
  readonly upstream: View;
  readonly findings: Findings;
  readonly differences: readonly Difference[];
}

/** Compares a document of ours with the published one. */
export function watch(ours: View, upstream: View): Watched {
  const findings = new Findings();
  compareOperations({ ours, upstream, findings });
  return { ours, upstream, findings, differences: findings.differences };
}

/**
 * Reads a document.
 *
 * @param named a file, an https URL, or `REF:path` of a git commit.
 * @throws {ProblemsError} if there is none, or it is no OpenAPI document.
 */
export async function readView(named: string): Promise<View> {
  return new View(await readDocument(named));
}
