import type { BundledDocument } from "../load/bundle.js";
import { getEntries, isObject, type JsonObject } from "../load/data.js";
import type { Kind } from "../load/grammar.js";
import { walk } from "../load/walk.js";
import { API_ERROR_CLASSES } from "../model/api-model.js";
import { nearest } from "./nearest.js";
import type { Report } from "./report.js";

type ValueType = "boolean" | "string" | "map of error classes" | "checked elsewhere";

/** The marks that clientgen reads, where each may stand, and what its value is. */
const MARKS: readonly { name: string; on: readonly Kind[]; value: ValueType }[] = [
  { name: "x-name", on: ["server"], value: "string" },
  { name: "x-env", on: ["securityScheme"], value: "string" },
  { name: "x-body-field", on: ["securityScheme"], value: "string" },
  { name: "x-default", on: ["securityScheme"], value: "string" },
  { name: "x-idempotent", on: ["operation"], value: "boolean" },
  { name: "x-retry", on: ["document", "operation"], value: "checked elsewhere" },
  { name: "x-outcome-check", on: ["operation"], value: "string" },
  { name: "x-request-id", on: ["schema", "header"], value: "boolean" },
  { name: "x-error-code", on: ["schema"], value: "boolean" },
  { name: "x-error-class", on: ["schema"], value: "map of error classes" },
  { name: "x-stream", on: ["mediaType"], value: "boolean" },
  { name: "x-stream-end", on: ["mediaType"], value: "string" },
  {
    name: "x-sensitive",
    on: ["schema", "securityScheme", "parameter", "header"],
    value: "boolean",
  },
];

/** Marks of the info object, which the grammar does not walk. */
const INFO_MARKS = ["x-client-name", "x-env-prefix"];

/**
 * The `x-` marks that clientgen reads hold what they should. Others are left alone, but for those that
 * look like one of ours misspelt.
 */
export function checkExtensions(document: BundledDocument, report: Report): void {
  walk(document.root, {
    object(value, kind) {
      const marks = MARKS.filter(({ on }) => on.includes(kind));
      for (const mark of marks) {
        if (Object.hasOwn(value, mark.name)) {
          checkMark(value, mark.name, mark.value, document, report);
        }
      }
      const names = marks.map(({ name }) => name);
      checkSpelling(value, names, document, report);
    },
  });
  const info = document.root["info"];
  if (!isObject(info)) return;
  checkSpelling(info, INFO_MARKS, document, report);
  for (const name of INFO_MARKS) {
    if (Object.hasOwn(info, name)) checkMark(info, name, "string", document, report);
  }
}

function checkSpelling(
  owner: JsonObject,
  marks: readonly string[],
  document: BundledDocument,
  report: Report,
): void {
  const missing = marks.filter((name) => !Object.hasOwn(owner, name));
  for (const key of Object.keys(owner)) {
    if (!/^x[-_]/i.test(key) || marks.includes(key)) continue;
    const meant = nearest(key, missing);
    if (meant === undefined) continue;
    const message = `clientgen reads no "${key}" here.`;
    report.warning(document.locate(owner, key), message, `Did you mean ${meant}?`);
  }
}

function checkMark(
  owner: JsonObject,
  name: string,
  expected: ValueType,
  document: BundledDocument,
  report: Report,
): void {
  const value = owner[name];
  if (expected === "checked elsewhere") return;
  if (expected === "map of error classes") {
    if (!isObject(value)) {
      report.error(
        document.locate(owner, name),
        `${name} must be a map.`,
        "Write CODE: ClassName.",
      );
      return;
    }
    for (const [code, errorClass] of getEntries(owner, name)) {
      if (API_ERROR_CLASSES.some((known) => known === errorClass)) continue;
      report.error(
        document.locate(value, code),
        `${name} gives "${code}" a class that is not known: ${JSON.stringify(errorClass)}.`,
        `Use one of ${API_ERROR_CLASSES.join(", ")}.`,
      );
    }
  } else if (typeof value !== expected || value === "") {
    const fix = expected === "boolean" ? "Write true or false." : "Write a text in quotes.";
    report.error(document.locate(owner, name), `${name} must be a ${expected}.`, fix);
  }
}
