import type { LoadingOptions } from "../generate-options.js";
import { formatProblem, type Problem } from "../problem.js";
import { type Change, highest, type Level } from "./change.js";
import { readVersion, type DocumentVersion } from "./read-version.js";
import { judgeTypes } from "./types/judge-types.js";
import { judgeWire } from "./wire/judge-wire.js";

/** What became of a document, for those who call the API through a client of it. */
export interface Comparison {
  /** What the version number has to do: the highest of the verdicts. */
  readonly bump: Level;
  /** Each judge's own word; one that had nothing to judge by is absent. */
  readonly verdicts: {
    readonly wire: Level;
    readonly types?: Level | undefined;
    readonly api?: Level | undefined;
  };
  /** Every change that a caller can notice, in the order of the new document. */
  readonly changes: readonly Change[];
  /** What is odd about the documents, or could not be judged. */
  readonly warnings: readonly Problem[];
}

/**
 * Compares two versions of a document.
 *
 * @param before a file, a URL, or `REF:path` for a file of a git commit.
 * @param after the same of the newer one.
 * @throws {ProblemsError} if one can't be read as an OpenAPI document.
 */
export async function compareDocuments(
  before: string,
  after: string,
  options: LoadingOptions = {},
): Promise<Comparison> {
  const old = await readVersion(before, options);
  const now = await readVersion(after, options);
  const wire = judgeWire(old.document, now.document);
  const canBeTyped = old.plan !== undefined && now.plan !== undefined;
  const types = canBeTyped ? await judgeTypes(old.plan, now.plan) : undefined;
  const verdicts = { wire: levelOf(wire), ...(types && { types: levelOf(types) }) };
  return {
    bump: highest(Object.values(verdicts)),
    verdicts,
    changes: [...wire, ...(types ?? [])],
    warnings: [old, now].flatMap(refusal),
  };
}

function levelOf(changes: readonly Change[]): Level {
  return highest(changes.map(({ level }) => level));
}

/** The types of a document that is no good for a client can't be compared; its wire can. */
function refusal({ shown, plan, problems }: DocumentVersion): Problem[] {
  const first = problems.find(({ severity }) => severity === "error");
  if (plan !== undefined || first === undefined) return [];
  return [
    {
      severity: "warning",
      location: { file: shown },
      message: `No client can be made of this, so no types are compared: ${formatProblem(first)}`,
      fix: "Mend it to have them judged.",
    },
  ];
}
