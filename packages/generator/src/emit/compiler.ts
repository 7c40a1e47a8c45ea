import { createRequire } from "node:module";
import type * as OpenapiTypescript from "openapi-typescript";
import type ts from "typescript";

// Required, not imported: to import a package that does not say what kind of modules it has, Node compiles
// each file once more to find out. Of openapi-typescript the transforms alone are loaded, without the
// library that its entry reads files with. Both together are a fifth of a run over a large document.
const require = createRequire(import.meta.url);

/** TypeScript's compiler. */
export const compiler = require("typescript") as typeof ts;

/** openapi-typescript's transform of a whole document. */
export const transformSchema =
  require("openapi-typescript/dist/transform/index.cjs") as typeof OpenapiTypescript.transformSchema;
