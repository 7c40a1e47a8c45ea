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

/** One sentence of what differs. */
export function describe(difference: Difference): string {
  const { what, oursSays, upstreamSays } = difference;
  const named = nameOf(difference);
  if (isThere(oursSays) && upstreamSays === undefined) return `${named} is in our document alone.`;
  if (isThere(upstreamSays) && oursSays === undefined)
    return `${named} is in the published one alone.`;
  if (what === "enum-value") {
    const value = JSON.stringify(oursSays ?? upstreamSays);
    const place = oursSays === undefined ? "the published one" : "our document";
    return `${named.replace("enum value of ", "enum ")}: the value ${value} is in ${place} alone.`;
  }
  return `${named}: ${told(oursSays)} in our document, ${told(upstreamSays)} in the published one.`;
}

/** What it is, and where: ``The property `Address.city` ``. */
function nameOf({ what, ours }: Difference): string {
  const steps = (ours.pointer ?? "")
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const path = steps.filter((step) => !SILENT.has(step));
  if (WHOLE.has(what)) return `The ${what.replaceAll("-", " ")} \`${path.join(".")}\``;
  return `The ${what.replaceAll("-", " ")} of \`${path.slice(0, steps.at(-1) === path.at(-1) ? -1 : undefined).join(".") || "the document"}\``;
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

function told(said: unknown): string {
  return said === undefined ? "nothing" : isThere(said) ? said : JSON.stringify(said);
}
