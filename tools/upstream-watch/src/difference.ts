import type { Location } from "@plaid-partner/generator";
import type { JsonObject } from "./data.ts";

/** What of a document can differ. */
export const ASPECTS = [
  "operation",
  "deprecated",
  "security",
  "server",
  "parameter",
  "parameter-style",
  "request-body",
  "media-type",
  "response",
  "header",
  "property",
  "required",
  "type",
  "null",
  "enum",
  "enum-value",
  "format",
  "limit",
  "default",
  "additional-properties",
  "access",
  "branches",
  "discriminator",
  "other-keyword",
] as const;

export type Aspect = (typeof ASPECTS)[number];
export type Direction = "request" | "response";

/** Something that our document and the published one say differently. */
export interface Difference {
  readonly what: Aspect;
  /** Where it is in our document; where it would be, if only theirs has it. */
  readonly ours: Location;
  /** The same of theirs. */
  readonly upstream: Location;
  /** What ours says, as JSON has it; `"present"` of what has a content of its own; absent if it says nothing. */
  readonly oursSays?: unknown;
  readonly upstreamSays?: unknown;
  /** Whether callers send it, get it, or both; empty for what is neither. */
  readonly directions: readonly Direction[];
  /** One operation that it concerns, as `POST /path`; absent for what is of all. */
  readonly operation?: string | undefined;
  /** What an edit needs; absent where nothing can be edited by a machine. */
  readonly subject?: Subject | undefined;
}

/** The objects that a difference is between. */
export interface Subject {
  /** The object of ours that lacks something. */
  readonly ours: JsonObject;
  /** Those of theirs that have it. */
  readonly upstream: ReadonlySet<JsonObject>;
  /** What they have. */
  readonly content: unknown;
}

/**
 * One sentence of what differs.
 *
 * @param quote how a name of a document, or what it says as JSON, stands in the sentence: it is what a stranger wrote.
 */
export function describe(difference: Difference, quote: Quote = plainly): string {
  const { what, oursSays, upstreamSays } = difference;
  const named = nameOf(difference, quote);
  if (isThere(oursSays) && upstreamSays === undefined) return `${named} is in our document alone.`;
  if (isThere(upstreamSays) && oursSays === undefined)
    return `${named} is in the published one alone.`;
  if (what === "enum-value") {
    const value = told(oursSays ?? upstreamSays, quote);
    const place = oursSays === undefined ? "the published one" : "our document";
    return `${named.replace("enum value of ", "enum ")}: the value ${value} is in ${place} alone.`;
  }
  return `${named}: ${told(oursSays, quote)} in our document, ${told(upstreamSays, quote)} in the published one.`;
}

/** Makes text of a document a part of a sentence. */
export type Quote = (text: string, kind: "name" | "json") => string;

function plainly(text: string, kind: "name" | "json"): string {
  return kind === "name" ? `\`${text}\`` : text;
}

/** What it is, and where: ``The property `Address.city` ``. */
function nameOf({ what, ours }: Difference, quote: Quote): string {
  const steps = (ours.pointer ?? "")
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const path = steps.filter((step) => !SILENT.has(step));
  if (WHOLE.has(what)) return `The ${what.replaceAll("-", " ")} ${quote(path.join("."), "name")}`;
  const owner = path.slice(0, steps.at(-1) === path.at(-1) ? -1 : undefined).join(".");
  return `The ${what.replaceAll("-", " ")} of ${quote(owner || "the document", "name")}`;
}

/** Steps of pointers that tell readers nothing. */
const SILENT: ReadonlySet<string> = new Set(["", "components", "schemas", "properties", "paths"]);
/** Aspects whose pointer ends at the thing itself; the others' ends at a keyword of it. */
const WHOLE: ReadonlySet<Aspect> = new Set([
  "operation",
  "parameter",
  "request-body",
  "media-type",
  "response",
  "header",
  "property",
  "required",
  "parameter-style",
]);

function isThere(said: unknown): said is string {
  return said === "present" || said === "required" || said === "optional";
}

function told(said: unknown, quote: Quote): string {
  if (said === undefined) return "nothing";
  return isThere(said) ? said : quote(JSON.stringify(said), "json");
}
