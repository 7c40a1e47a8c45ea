import type { Change, Level } from "../../src/compare/change.js";
import { highest } from "../../src/compare/change.js";
import { reportRows } from "../../src/compare/report/report-rows.js";
import type { Need } from "../../src/changeset/need.js";
import { releaseType } from "../../src/changeset/release-type.js";

/** A change that the wire's judge has found. */
export function change(
  level: Level,
  operation: string | undefined,
  message: string,
  more: Partial<Change> = {},
): Change {
  return { judge: "wire", rule: "some-rule", level, operation, message, ...more };
}

/** What a client's document has changed in. */
export function need(
  changes: readonly Change[],
  more: Partial<Need> & { name?: string } = {},
): Need {
  const { name = "@acme/pets", ...others } = more;
  const owner = { ...YOUNG, name, version: "1.2.3" };
  const level = others.level ?? highest(changes.map((one) => one.level));
  return {
    package: owner,
    level,
    release: releaseType(level, (others.package ?? owner).version),
    sources: ["pets.yaml"],
    reports: [],
    documents: [],
    changes,
    sections: reportRows({
      bump: level,
      verdicts: { wire: level },
      changes,
      accepted: [],
      warnings: [],
    }),
    isNew: false,
    ...others,
  };
}

/** The package of a need, below 1.0.0. */
export const YOUNG = {
  name: "@acme/pets",
  version: "0.4.0",
  folder: "/pets",
  isPrivate: false,
  isVersioned: true,
};
