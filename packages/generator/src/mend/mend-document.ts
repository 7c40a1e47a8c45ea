import type { BundledDocument } from "../load/bundle.js";
import type { Problem } from "../problem.js";
import { ComponentMaker } from "./component-maker.js";
import { mendBodyOfGet } from "./mend-body-of-get.js";
import { mendLists } from "./mend-lists.js";
import { mendNullable } from "./mend-nullable.js";
import { nameParts } from "./name-parts.js";
import { nameShared } from "./name-shared.js";

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
  const maker = new ComponentMaker(document);
  mendLists(document, report);
  mendNullable(document, report);
  nameParts(document, maker, report);
  nameShared(document, maker);
  // Last, for what refers into such a body.
  mendBodyOfGet(document, report);
  return maker.document;
}
