import type { Both, ClientTypes } from "../types/client-types.js";
import { quoted } from "../types/words.js";
import type { ApiFinding } from "./compare-exported.js";
import type { ReportPlaces } from "./report-places.js";

/** Which names a package exports no longer, and which it exports besides. */
export function compareNames(
  { old, now }: Both<ClientTypes>,
  places: Both<ReportPlaces>,
): ApiFinding[] {
  const findings: ApiFinding[] = [];
  for (const name of old.names) {
    const lost = (["value", "type"] as const).find((as) => old.has(name, as) && !now.has(name, as));
    if (!lost) continue;
    const isGone = !now.hasAny(name);
    findings.push({
      rule: "api-export-removed",
      old: places.old.ofType(name),
      now: isGone ? null : places.now.ofType(name),
      message: isGone
        ? `${quoted(name)} is no longer exported.`
        : `${quoted(name)} is no longer exported as a ${lost}.`,
      probes: [{ kind: "import", name, as: lost }],
    });
  }
  for (const name of now.names) {
    const gained = (["value", "type"] as const).find(
      (as) => now.has(name, as) && !old.has(name, as),
    );
    if (!gained) continue;
    const message = old.hasAny(name)
      ? `${quoted(name)} is exported as a ${gained}, too.`
      : `${quoted(name)} is exported.`;
    const at = { old: null, now: places.now.ofType(name) };
    findings.push({ rule: "api-export-added", ...at, message, probes: [] });
  }
  return findings;
}
