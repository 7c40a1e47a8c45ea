import { inOrder, show } from "../show.js";
import { isMeant } from "./compare-limits.js";
import type { SchemaPair } from "./schema-pair.js";

/** Patterns that any text fits. */
const ANY_TEXT = new Set([
  "",
  ".*",
  "^.*$",
  "^.*",
  ".*$",
  "^",
  "$",
  "^(.*)$",
  "[\\s\\S]*",
  "^[\\s\\S]*$",
]);

/** Compares what is said of texts: patterns, and what they hold. */
export function compareTexts(pair: SchemaPair): void {
  comparePatterns(pair);
  for (const keyword of ["contentEncoding", "contentMediaType"]) {
    const [was, is] = [pair.old.first(keyword), pair.new.first(keyword)];
    if (was === is) continue;
    pair.tell("content-changed", `has ${keyword} ${show(is)} instead of ${show(was)}`, keyword);
  }
  const [was, is] = [pair.old.merged("contentSchema"), pair.new.merged("contentSchema")];
  if (was === undefined && is !== undefined) {
    pair.tell("content-schema-added", "holds something of a certain schema", "contentSchema");
  } else if (was !== undefined && is === undefined) {
    pair.tell(
      "content-schema-removed",
      "no longer holds something of a certain schema",
      "contentSchema",
    );
  } else if (was !== undefined) {
    pair.descend("(content)", was, is);
  }
}

function comparePatterns(pair: SchemaPair): void {
  const [was, is] = [pair.old, pair.new].map((view) => {
    const all = isMeant(pair, view, ["string"]) ? view.all("pattern") : [];
    return [...new Set(all.filter(isText))].sort(inOrder);
  });
  if (!was || !is || was.join("\n") === is.join("\n")) return;
  const [before, after] = [was, is].map((patterns) => patterns.map(show).join(" and "));
  const keyword = "pattern";
  if (was.length === 0) pair.tell("pattern-added", `has to fit the pattern ${after}`, keyword);
  else if (is.length > 0 && is.every((one) => was.includes(one))) {
    pair.tell("pattern-loosened", `no longer has to fit all of the patterns ${before}`, keyword);
  } else if (is.length > 0) {
    pair.tell("pattern-changed", `has to fit the pattern ${after} instead of ${before}`, keyword);
  } else if (pair.new.first(keyword) === undefined) {
    pair.tell("pattern-removed", `no longer has to fit the pattern ${before}`, keyword);
  } else {
    pair.tell("pattern-loosened", `may be any text and no longer has to fit ${before}`, keyword);
  }
}

function isText(pattern: unknown): pattern is string {
  return typeof pattern === "string" && !ANY_TEXT.has(pattern);
}
