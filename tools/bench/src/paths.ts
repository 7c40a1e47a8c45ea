import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/** The repository's root. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The built `clientgen`. */
export const CLIENTGEN = join(packageFolder("@plaid-partner/generator"), "dist/cli/main.js");

/** The compilers' scripts by their version. */
export const COMPILERS = {
  "5.9": join(packageFolder("typescript-5.9"), "lib/tsc.js"),
  "7.0": join(packageFolder("typescript"), "bin/tsc"),
} as const;

export type CompilerVersion = keyof typeof COMPILERS;

/** The folder of a package that this one depends on. */
export function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}
