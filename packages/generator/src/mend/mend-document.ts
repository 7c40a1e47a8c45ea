import type { BundledDocument } from "../load/bundle.js";
import type { Problem } from "../problem.js";
import { mendLists } from "./mend-lists.js";
import { nameParts } from "./name-parts.js";

/**
 * Brings what is odd, but clear in its meaning, into the form that the later stages read. The document
 * is changed in place.
 *
 * @param report takes a warning for each place.
 */
export function mendDocument(
  document: BundledDocument,
  report: (problem: Problem) => void,
): BundledDocument {
  mendLists(document, report);
  return nameParts(document, report);
}
