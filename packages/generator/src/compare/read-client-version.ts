import { join } from "node:path";
import { getString } from "../load/data.js";
import { parsePackage } from "../load/find-package.js";
import type { ComparedClient } from "./comparison.js";
import { type FoundFile, isBeside, readBeside } from "./find-file.js";

/**
 * The version that a client's package has where a document is: that of the commit for a document of a commit, whose accepted
 * breaks nobody can drop any more.
 *
 * @returns `undefined` where the package has none, or is not there.
 */
export async function readClientVersion(
  document: FoundFile,
  { folder, version }: ComparedClient,
): Promise<string | undefined> {
  if (document.ref === undefined) return version;
  const path = join(folder, "package.json");
  if (!(await isBeside(document, path))) return undefined;
  const text = await readBeside(document, path, `${document.ref}:${path}`);
  return getString(parsePackage(text), "version");
}
