import { DOCUMENT_EDITS } from "./document-edits.ts";
import type { Edit } from "./edit.ts";
import { OPERATION_EDITS } from "./operation-edits.ts";
import { PARAMETER_EDITS } from "./parameter-edits.ts";
import { DEEP_PROPERTY_EDITS, PROPERTY_EDITS } from "./property-edits.ts";
import { SCHEMA_EDITS } from "./schema-edits.ts";

/** Every kind of edit. */
export const EDITS: readonly Edit[] = [
  ...PROPERTY_EDITS,
  ...DEEP_PROPERTY_EDITS,
  ...SCHEMA_EDITS,
  ...PARAMETER_EDITS,
  ...OPERATION_EDITS,
  ...DOCUMENT_EDITS,
];
