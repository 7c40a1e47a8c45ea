import { getEntries } from "../../../load/data.js";
import { canonical, show } from "../show.js";
import { compareDeprecation } from "../deprecation.js";
import { wordingOf } from "../wording.js";
import type { SchemaPair } from "./schema-pair.js";
import type { SchemaView } from "./schema-view.js";

/** Compares what schemas say that does not restrict a value: words, deprecation, and the marks that clients obey. */
export function compareNotes(pair: SchemaPair): void {
  const { old, new: now } = pair;
  const [before, after] = [old, now].map((view) => [
    ...new Set(view.reading.parts.map(wordingOf).filter(Boolean)),
  ]);
  if (canonical(before) !== canonical(after))
    pair.tellRule("wording-changed", "is described in other words");
  compareDeprecation(old.reading.parts, now.reading.parts, (became, text) =>
    pair.tell(became, text, "deprecated"),
  );
  compareDiscriminator(pair);
  compareErrorClasses(pair);
  for (const [mark, rule, text] of MARKS) {
    const [was, is] = [old.all(mark).includes(true), now.all(mark).includes(true)];
    if (was !== is)
      pair.tellRule(rule, `${is ? "is" : "is no longer"} ${text} (${mark})`, pair.at(mark));
  }
  const [wasSecret, isSecret] = [isSensitive(old), isSensitive(now)];
  if (wasSecret !== isSecret) {
    const text = isSecret ? "is kept out of what is printed" : "may be printed";
    pair.tellRule("sensitivity-changed", text, pair.at("format"));
  }
}

const MARKS = [
  ["x-error-code", "error-code-changed", "what holds the code of an error"],
  ["x-request-id", "request-id-changed", "what holds the id of a request"],
] as const;

function isSensitive(view: SchemaView): boolean {
  return view.all("x-sensitive").includes(true) || view.all("format").includes("password");
}

function compareDiscriminator(pair: SchemaPair): void {
  const keyword = "discriminator";
  const [was, is] = [pair.old.first(keyword), pair.new.first(keyword)];
  if (was === undefined && is !== undefined) {
    pair.tell("discriminator-added", "has a discriminator now", keyword);
  } else if (was !== undefined && is === undefined) {
    pair.tell("discriminator-removed", "has no discriminator any more", keyword);
  } else if (canonical(was) !== canonical(is)) {
    pair.tell("discriminator-changed", "has another discriminator", keyword);
  }
}

function compareErrorClasses(pair: SchemaPair): void {
  const keyword = "x-error-class";
  const [was, is] = [pair.old, pair.new].map((view) => {
    const home = view.reading.parts.find((part) => Object.hasOwn(part, keyword));
    return new Map(getEntries(home, keyword));
  });
  if (!was || !is) return;
  for (const code of new Set([...is.keys(), ...was.keys()])) {
    const [before, after] = [was.get(code), is.get(code)];
    if (before === after) continue;
    if (before === undefined) {
      pair.tellRule(
        "error-class-added",
        `makes ${show(after)} of the code ${show(code)}`,
        pair.at(keyword),
      );
    } else {
      const text = `makes ${after === undefined ? "no class of its own" : show(after)} instead of ${show(before)} of the code ${show(code)}`;
      pair.tellRule("error-class-changed", text, pair.at(keyword));
    }
  }
}
