import { ProblemsError } from "../problem.js";
import type { Repository } from "./repository.js";

/** The commit that the work tree is compared with; or why there is none, and what to do about it. */
export type Base =
  | {
      readonly commit: string;
      /** What it was found by: `origin/main`, or what the user has named. */
      readonly named: string;
    }
  | { readonly why: string; readonly fix: string };

/**
 * Finds where the work that has to be told of began: the commit in which HEAD and `since` part, as
 * `changeset status` takes it.
 *
 * @param since what the user has named; without it, the branch that is merged into: the one on the server, else the local
 *   one, else HEAD.
 * @param branch name of that branch.
 * @throws {ProblemsError} if there is no such commit.
 */
export async function findBase(
  repository: Repository,
  since: string | undefined,
  branch: string,
): Promise<Base> {
  if (since !== undefined) {
    const commit = await repository.commitOf(since);
    if (commit === undefined) throw unknown(since, await repository.isShallow());
    return parting(repository, commit, since);
  }
  const head = await repository.commitOf("HEAD");
  if (head === undefined) {
    return { why: "there is no commit yet", fix: "Commit first." };
  }
  for (const ref of [`remotes/origin/${branch}`, `heads/${branch}`, `remotes/${branch}`]) {
    const commit = await repository.commitOf(`refs/${ref}`);
    if (commit !== undefined) return parting(repository, commit, ref.replace(/^\w+\//, ""));
  }
  return (await repository.isShallow()) ? shallow(branch) : { commit: head, named: "HEAD" };
}

async function parting(repository: Repository, commit: string, named: string): Promise<Base> {
  const base = await repository.mergeBase(commit, "HEAD");
  if (base !== undefined) return { commit: base, named };
  if (await repository.isShallow()) return shallow(named);
  const fix = "Name another commit with --since.";
  return { why: `HEAD and ${named} have no commit in common`, fix };
}

function shallow(branch: string): Base {
  const why = `this clone is shallow, and does not reach back to ${branch}`;
  return { why, fix: 'Fetch the history: "git fetch --unshallow", in a workflow fetch-depth: 0.' };
}

function unknown(since: string, isShallow: boolean): ProblemsError {
  const message = `There is no commit "${since}"${isShallow ? " in this shallow clone" : ""}.`;
  const fix = isShallow
    ? 'Fetch the history: "git fetch --unshallow", in a workflow fetch-depth: 0.'
    : "Name a commit, branch or tag with --since.";
  return new ProblemsError([{ severity: "error", location: { file: "clientgen" }, message, fix }]);
}
