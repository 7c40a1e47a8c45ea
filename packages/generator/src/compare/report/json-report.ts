import type { Comparison } from "../comparison.js";

/** What `--json` prints of a comparison, without the time that it took. */
export function jsonReport(comparison: Comparison): object {
  const { bump, verdicts, changes, warnings, accepted } = comparison;
  return {
    bump,
    verdicts,
    changes,
    warnings: warnings.map(({ severity, location, message, fix }) => ({
      severity,
      ...location,
      message,
      fix,
    })),
    ...(accepted.length > 0 && {
      accepted: accepted.map(({ location, changes: own, ...entry }) => ({
        ...entry,
        file: location.file,
        line: location.line,
        // Their places in the list above.
        changes: own.map((change) => changes.indexOf(change)),
      })),
    }),
  };
}
