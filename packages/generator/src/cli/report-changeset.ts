import { relative } from "node:path";
import type { Missing } from "../changeset/check-needs.js";
import type { FoundChanges } from "../changeset/find-changes.js";
import type { Need } from "../changeset/need.js";
import type { Step } from "../changeset/plan-changesets.js";
import { problemAsJson } from "./report-result.js";

/** What the work tree is compared with, for people: `1a2b3c4 (origin/main)`. */
export function sinceText({ commit, named }: FoundChanges["base"]): string {
  const short = commit.slice(0, 7);
  return named.startsWith(short) ? short : `${short} (${named})`;
}

/** What has become of a client: `@acme/client: major, written as minor (api.yaml)`. */
export function needLine({ package: { name }, level, release, sources, reports }: Need): string {
  const how = level === release ? level : `${level}, below 1.0.0 written as ${release}`;
  return `${name}: ${how} (${[...sources, ...reports].join(", ")})`;
}

/**
 * What is said of a package without a sufficient changeset, on one line.
 *
 * @param since as {@link sinceText} has it.
 * @param asked the option that the user has given, with a space before it.
 */
export function missingLine({ need, given }: Missing, since: string, asked: string): string {
  const { level, release, package: owner, sources, reports } = need;
  const files = [...sources, ...reports].join(", ");
  const why = level === release ? "" : ` (a break, which is a ${release} below 1.0.0)`;
  const found = given === undefined ? "none does" : `the most that one says is ${given}`;
  return (
    `${owner.name}: ${files} changed since ${since}, so a changeset must release this package as ` +
    `${release}${why}, and ${found}. Run "clientgen changeset${asked}" and commit what it writes.`
  );
}

/** What a check says of changesets that are clientgen's own and tell of what the documents were before: no reason to fail. */
export function staleLines(planned: readonly Step[]): string[] {
  return planned
    .filter(({ action }) => action === "updated" || action === "removed")
    .map(
      ({ shown }) =>
        `warning: ${shown} does not tell of what has changed as it is now. Run "clientgen changeset".`,
    );
}

/** What became of a changeset, and what is left to do about it. */
export function stepLines({ action, shown, releases, note, add = [] }: Step): string[] {
  const asks = [...releases].map(([name, level]) => `${name}: ${level}`).join(", ");
  const first = `${action.padEnd(9)}  ${shown}${action === "removed" ? "" : ` (${asks})`}`;
  return [first, ...(note === undefined ? [] : [`  ${note}`]), ...add.map((line) => `    ${line}`)];
}

/** What `--json` prints. */
export function changesetAsJson(
  found: FoundChanges,
  done: { readonly steps: readonly Step[]; readonly missing: readonly Missing[] },
  ms: number,
): string {
  const lacking = new Set(done.missing.map(({ need }) => need));
  return JSON.stringify(
    {
      since: found.base.commit,
      clients: found.needs.map((need) => ({
        package: need.package.name,
        version: need.package.version,
        bump: need.level,
        release: need.release,
        files: [...need.sources, ...need.reports],
        documents: need.documents,
        missing: lacking.has(need),
        changes: need.changes,
      })),
      changesets: done.steps.map(({ action, path, releases, note, add }) => ({
        action,
        path: relative(process.cwd(), path),
        releases: Object.fromEntries(releases),
        note,
        add,
      })),
      warnings: found.warnings.map(problemAsJson),
      ms,
    },
    undefined,
    2,
  );
}
