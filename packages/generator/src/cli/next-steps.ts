import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { PreparedClient } from "../generate.js";
import { RUNTIME_RANGE } from "../versions.js";

const RUNTIME = "@plaid-partner/runtime";

/** What to do with clients that were made for the first time, a line each. */
export function nextSteps(clients: readonly PreparedClient[]): string[] {
  const made = clients.filter(isFirst);
  const install = made.some(({ out }) => !hasRuntime(out))
    ? [`Next: npm install ${RUNTIME}@${RUNTIME_RANGE}`]
    : [];
  return [...install, ...made.map(importLine)];
}

function isFirst({ changes }: PreparedClient): boolean {
  return changes.some(({ path, change }) => path === "index.ts" && change === "created");
}

/**
 * Whether code in `folder` would find the runtime. Looked for by hand: `require.resolve` also takes
 * what NODE_PATH names, which imports and compilers do not.
 */
function hasRuntime(folder: string): boolean {
  if (existsSync(join(folder, "node_modules", RUNTIME, "package.json"))) return true;
  const parent = dirname(folder);
  return parent !== folder && hasRuntime(parent);
}

function importLine({ factory, out }: PreparedClient): string {
  const path = relative(process.cwd(), join(out, "index.js")).replaceAll(sep, "/");
  const specifier = path.startsWith("../") ? path : `./${path}`;
  return `Next: import { ${factory} } from "${specifier}";`;
}
