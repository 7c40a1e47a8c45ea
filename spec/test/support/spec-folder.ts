import { join } from "node:path";

/** The folder of the documents. */
export const SPEC_FOLDER = join(import.meta.dirname, "..", "..");
