import { getString } from "../load/data.js";
import { isRaised } from "./release-type.js";
import type { Repository } from "./repository.js";
import type { Package } from "./workspace.js";

/**
 * The commit from which on a package's changes are not released yet: `base`, or the commit after it that raised the
 * package's version last, whose changesets are used up.
 *
 * @returns `undefined` where the work tree itself has a raised version, which nobody has committed yet.
 */
export async function lastRelease(
  repository: Repository,
  base: string,
  { folder, version }: Package,
): Promise<string | undefined> {
  const path = repository.pathOf(`${folder}/package.json`);
  const versionAt = async (commit: string) => versionOf(await repository.read(commit, path));
  const committed = await versionAt("HEAD");
  if (committed !== undefined && isRaised(committed, version)) return undefined;
  const last = await repository.lastChange(base, path, '"version":');
  if (last === undefined) return base;
  const [before, after] = await Promise.all([versionAt(`${last}^`), versionAt(last)]);
  const isRelease = before !== undefined && after !== undefined && isRaised(before, after);
  return isRelease ? last : base;
}

/** The version in the text of a `package.json`, if it is one. */
function versionOf(manifest: string | undefined): string | undefined {
  try {
    return getString(JSON.parse(manifest ?? "") as unknown, "version");
  } catch {
    return undefined;
  }
}
