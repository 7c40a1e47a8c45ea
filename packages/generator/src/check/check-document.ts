import type { BundledDocument } from "../load/bundle.js";
import { checkExtensions } from "./check-extensions.js";
import { checkOperations } from "./check-operations.js";
import { checkParameters } from "./check-parameters.js";
import { checkReferences } from "./check-references.js";
import { checkRequired } from "./check-required.js";
import { checkRetries } from "./check-retries.js";
import { checkSecurity } from "./check-security.js";
import { checkSiblings } from "./check-siblings.js";
import { checkStructure } from "./check-structure.js";
import { checkVocabulary } from "./check-vocabulary.js";
import type { Report } from "./report.js";

/** All rules over a bundled document; each adds to the report what it finds. */
export function checkDocument(document: BundledDocument, report: Report): void {
  for (const rule of [
    checkStructure,
    checkReferences,
    checkVocabulary,
    checkOperations,
    checkParameters,
    checkRequired,
    checkSecurity,
    checkExtensions,
    checkRetries,
    checkSiblings,
  ]) {
    rule(document, report);
  }
}
