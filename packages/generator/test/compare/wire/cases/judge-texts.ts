import type { BundledDocument } from "../../../../src/load/bundle.js";
import { judgeWire } from "../../../../src/compare/wire/judge-wire.js";
import { lowerNewVersion } from "../../../../src/upgrade/lower-new-version.js";
import { bundleAlone, type Texts } from "../../../support/stages.js";

/** What the wire judge says of two documents, of one text or of several files each. */
export function judgeTexts(old: string | Texts, now: string | Texts) {
  return judgeWire(read(old, "old.yaml"), read(now, "new.yaml"));
}

function read(given: string | Texts, name: string): BundledDocument {
  const texts = typeof given === "string" ? { [name]: given } : given;
  return lowerNewVersion(bundleAlone(texts, true).document);
}

/** The rules of what the wire judge says, each once, sorted. */
export function rulesOf(old: string, now: string): string[] {
  return [...new Set(judgeTexts(old, now).map(({ rule }) => rule))].sort();
}

/** A document whose one operation sends and gets `{ value }` of a schema. */
export function withValue(schema: string, version = "3.1.0", rest = ""): string {
  const body = `{ content: { application/json: { schema: { type: object, properties: { value: ${schema} } } } } }`;
  return `openapi: ${version}
info: { title: Test, version: "1" }
paths:
  /things:
    post:
      operationId: makeThing
      requestBody: ${body}
      responses: { "200": ${body} }
${rest}`;
}

/** A document whose one operation is this. */
export function withOperation(operation: string, rest = ""): string {
  return `openapi: 3.1.0
info: { title: Test, version: "1" }
paths: { /things: { post: { operationId: makeThing, ${operation} } } }
${rest}`;
}

/** Documents before and after, and all that is told of them. */
export type DocumentCase = readonly [
  what: string,
  old: string,
  now: string,
  rules: readonly string[],
];
