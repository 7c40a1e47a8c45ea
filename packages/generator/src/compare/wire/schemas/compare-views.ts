import { compareForms } from "./compare-forms.js";
import { compareConditions } from "./compare-conditions.js";
import { compareLimits } from "./compare-limits.js";
import { compareLists } from "./compare-lists.js";
import { compareNotes } from "./compare-notes.js";
import { compareObjects } from "./compare-objects.js";
import { compareTexts } from "./compare-texts.js";
import { compareTypes } from "./compare-types.js";
import { compareValues } from "./compare-values.js";
import type { SchemaPair } from "./schema-pair.js";

/** Compares what two schemas say, each kind of statement on its own. */
export function compareViews(pair: SchemaPair): void {
  const { old, new: now } = pair;
  const isForbidden = [old, now].map(({ reading }) => reading.isForbidden);
  if (isForbidden[0] || isForbidden[1]) {
    if (!isForbidden[0]) pair.tell("became-forbidden", "takes no value any more");
    if (!isForbidden[1]) pair.tell("became-allowed", "takes values, which it did not");
    return;
  }
  compareNotes(pair);
  if (old.isAnything || now.isAnything) {
    if (!now.isAnything) pair.tell("schema-added", "could be anything, and has a schema now");
    if (!old.isAnything) pair.tell("schema-removed", "had a schema, and can be anything now");
    return;
  }
  compareNull(pair);
  if (old.forms.length > 0 || now.forms.length > 0) return compareForms(pair);
  if (!compareTypes(pair)) return;
  compareValues(pair);
  compareLimits(pair);
  compareTexts(pair);
  compareObjects(pair);
  compareLists(pair);
  compareConditions(pair);
}

function compareNull(pair: SchemaPair): void {
  const { old, new: now } = pair;
  if (old.isForm || now.isForm) return;
  const keyword = [old, now].some((view) => view.spot("nullable")?.key) ? "nullable" : "type";
  if (old.isNullable === false && now.isNullable === true) {
    pair.tell("became-nullable", "may be null", keyword);
  }
  if (old.isNullable === true && now.isNullable === false) {
    pair.tell("became-not-nullable", "may no longer be null", keyword);
  }
}
