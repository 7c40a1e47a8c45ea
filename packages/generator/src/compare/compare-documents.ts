import type { LoadingOptions } from "../generate-options.js";
import { formatProblem, type Problem } from "../problem.js";
import { acceptChanges } from "./accepted/accept-changes.js";
import { readAccepted } from "./accepted/read-accepted.js";
import { judgeApi } from "./api/judge-api.js";
import type { ComparedClient, Comparison } from "./comparison.js";
import { bumpOf, levelOf } from "./policy/bump.js";
import { RULE_NAMES } from "./policy/rules.js";
import { readClientVersion } from "./read-client-version.js";
import { readClientReports, readNamedReports } from "./read-reports.js";
import { readVersion, type DocumentVersion } from "./read-version.js";
import { judgeTypes } from "./types/judge-types.js";
import { judgeWire } from "./wire/judge-wire.js";

/** How documents are compared. */
export interface CompareOptions extends LoadingOptions {
  /** The packages with clients of the document: their reports are compared, and accepted breaks expire by their versions. */
  readonly clients?: readonly ComparedClient[] | undefined;
  /** Reports of exports to compare instead of those of the clients: a file or `REF:path` each. */
  readonly reports?: { readonly old: string; readonly new: string } | undefined;
}

/**
 * Compares two versions of a document, stage by stage.
 *
 * @param before a file, a URL, or `REF:path` for a file of a git commit.
 * @param after the same of the newer one.
 * @throws {ProblemsError} if one can't be read as an OpenAPI document, and if the list of accepted breaks is wrong.
 */
export async function compareDocuments(
  before: string,
  after: string,
  options: CompareOptions = {},
): Promise<Comparison> {
  const old = await readVersion(before, options);
  const now = await readVersion(after, options);
  const { clients = [] } = options;
  const found = await Promise.all(clients.map((one) => readClientVersion(now.found, one)));
  const versions = found.filter((version) => version !== undefined);
  const entries = await readAccepted(now.found, { versions, rules: RULE_NAMES });
  const reports = await reportsOf(old, now, options);

  const wire = judgeWire(old.document, now.document);
  const types = old.plan && now.plan ? await judgeTypes(old.plan, now.plan) : undefined;
  const api =
    reports.pairs.length === 0
      ? undefined
      : reports.pairs.flatMap((pair) => judgeApi(pair.old, pair.new));

  const changes = [...wire, ...(types ?? []), ...(api ?? [])];
  const isPlace = (pointer: string) => old.has(pointer) || now.has(pointer);
  const { accepted, stale } = acceptChanges(entries, changes, isPlace);
  return {
    bump: bumpOf(changes, accepted),
    verdicts: {
      wire: levelOf(wire),
      ...(types && { types: levelOf(types) }),
      ...(api && { api: levelOf(api) }),
    },
    changes,
    accepted,
    warnings: [...[old, now].flatMap(refusal), ...reports.warnings, ...stale],
  };
}

async function reportsOf(
  old: DocumentVersion,
  now: DocumentVersion,
  { clients = [], reports }: CompareOptions,
): Promise<Awaited<ReturnType<typeof readClientReports>>> {
  if (reports) return { pairs: [await readNamedReports(reports)], warnings: [] };
  const found = await Promise.all(
    clients.map((client) => readClientReports(old.found, now.found, client)),
  );
  return {
    pairs: found.flatMap(({ pairs }) => pairs),
    warnings: found.flatMap(({ warnings }) => warnings),
  };
}

/** The types of a document that is no good for a client can't be compared; its wire can. */
function refusal({ found, plan, problems }: DocumentVersion): Problem[] {
  const first = problems.find(({ severity }) => severity === "error");
  if (plan !== undefined || first === undefined) return [];
  return [
    {
      severity: "warning",
      location: { file: found.shown },
      message: `No client can be made of this, so no types are compared: ${formatProblem(first)}`,
      fix: "Mend it to have them judged.",
    },
  ];
}
