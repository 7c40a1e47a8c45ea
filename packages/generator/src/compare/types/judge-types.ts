import type { PackagePlan } from "../../plan/package-plan.js";
import type { Change } from "../change.js";

/** Asks the TypeScript compiler what becomes of callers' code. */
export async function judgeTypes(_old: PackagePlan, _now: PackagePlan): Promise<readonly Change[]> {
  return [];
}
