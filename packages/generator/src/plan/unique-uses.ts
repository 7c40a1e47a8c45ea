import type { TypeUse } from "./package-plan.js";

/** Each type once, in the order in which they first come. */
export function uniqueUses(uses: readonly TypeUse[]): TypeUse[] {
  return [
    ...new Map(
      uses.map((use) => [use.kind === "named" ? use.name : JSON.stringify(use), use]),
    ).values(),
  ];
}
