import { get, getString } from "../../load/data.js";
import { show } from "./show.js";

/**
 * Compares whether something is deprecated, and from when it is gone (`x-sunset`, a date).
 *
 * @param tell takes what became of it.
 */
export function compareDeprecation(
  old: readonly unknown[],
  now: readonly unknown[],
  tell: (became: "deprecated" | "undeprecated", text: string) => void,
): void {
  const [was, is] = [old, now].map((owners) => ({
    isDeprecated: owners.some((owner) => get(owner, "deprecated") === true),
    end: owners.map((owner) => getString(owner, "x-sunset")).find((date) => date !== undefined),
  }));
  if (!was || !is) return;
  if (is.isDeprecated && !was.isDeprecated) {
    tell(
      "deprecated",
      is.end === undefined ? "is deprecated" : `is deprecated, and ends on ${is.end}`,
    );
  } else if (was.isDeprecated && !is.isDeprecated) {
    tell("undeprecated", "is no longer deprecated");
  } else if (is.end !== undefined && is.end !== was.end) {
    tell(
      "deprecated",
      `ends on ${is.end}${was.end === undefined ? "" : ` instead of ${show(was.end)}`}`,
    );
  } else if (was.end !== undefined && is.end === undefined) {
    tell("undeprecated", `no longer ends on ${was.end}`);
  }
}
