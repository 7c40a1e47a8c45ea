import { createRequire } from "node:module";
import { dirname } from "node:path";
import type ts from "typescript";

const require = createRequire(import.meta.url);

/** The TypeScript that the generator brings along: it reads configurations and sources. */
export const compiler = require("typescript") as typeof ts;

/** Its folder. */
export const compilerFolder = dirname(require.resolve("typescript/package.json"));
