import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/** The repository's root. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The folder of this package. */
export const FOLDER = fileURLToPath(new URL("../", import.meta.url));

/** The built `clientgen`. */
export const CLIENTGEN = join(packageFolder("@plaid-partner/generator"), "dist/cli/main.js");

/** The folder of a package that this one depends on. */
export function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

/** The pages with blocks that the suite writes. */
export const PAGES: readonly {
  readonly path: string;
  readonly names: readonly ("support" | "differences")[];
}[] = [
  { path: "README.md", names: ["support"] },
  { path: "packages/runtime/README.md", names: ["support", "differences"] },
];
