import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import type { ApiDocument } from "./document.js";

/**
 * Makes validators of the document's schemas, found by their JSON pointer.
 *
 * @returns A function from a pointer, as `pointer()` writes it, to the validator of that schema.
 */
export function compileSchemas(
  document: ApiDocument,
): <Body>(pointer: string) => ValidateFunction<Body> {
  // Not strict, because a document's schemas carry marks of their own (`x-...`, `examples`).
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  ajvFormats.default(ajv);
  ajv.addSchema(document.root, "document");
  return <Body>(pointer: string) => ajv.compile<Body>({ $ref: `document#${pointer}` });
}
