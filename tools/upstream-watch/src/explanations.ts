import { readFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { ProblemsError, type Location, type Problem } from "@plaid-partner/generator";
import { LineCounter, parseDocument, isMap, isSeq } from "yaml";
import { canonical, get, isObject } from "./data.ts";
import { ASPECTS, type Difference } from "./difference.ts";

/** A difference that is meant, and why. */
export interface Explanation {
  readonly what: string;
  /** `customer.yaml#/pointer`, from the folder of the file with the explanations; a `*` stands for anything within a step. */
  readonly at: string;
  readonly direction?: string | undefined;
  /** What both documents say: a difference that has become another one is not explained any more. */
  readonly ours?: unknown;
  readonly upstream?: unknown;
  readonly reason: string;
  /** Where it is written. */
  readonly location: Location;
}

const KEYS = ["what", "at", "direction", "ours", "upstream", "reason"];

/**
 * Reads the differences that are meant.
 *
 * @throws {ProblemsError} if the file can't be read, or an entry is wrong.
 */
export function readExplanations(file: string): Explanation[] {
  const lines = new LineCounter();
  const document = parseDocument(textOf(file), { lineCounter: lines });
  const problems: Problem[] = document.errors.map((error) => ({
    severity: "error",
    location: { file, line: lines.linePos(error.pos[0]).line },
    message: `This is no YAML: ${error.message.split("\n")[0] ?? ""}`,
    fix: "Mend it.",
  }));
  const list = document.errors.length === 0 ? document.get("differences") : undefined;
  const items = isSeq(list) ? list.items : [];
  if (!isSeq(list) && problems.length === 0) {
    const message = "This has no list of differences.";
    const fix = "Write `differences: []`, or entries of what, at and reason.";
    problems.push({ severity: "error", location: { file }, message, fix });
  }
  const found = items.map((item, index) => {
    const at = isMap(item) ? item.range?.[0] : undefined;
    const location: Location = {
      file,
      pointer: `/differences/${index}`,
      ...(at === undefined ? {} : { line: lines.linePos(at).line }),
    };
    const entry: unknown = isMap(item) ? item.toJSON() : undefined;
    const wrong = wrongWith(entry);
    if (wrong) problems.push({ severity: "error", location, ...wrong });
    return { ...(entry as Explanation), location };
  });
  if (problems.length > 0) throw new ProblemsError(problems);
  return found;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    const message = `This can't be read: ${code}.`;
    const fix = "Check the path; a file with `differences: []` will do.";
    throw new ProblemsError([{ severity: "error", location: { file }, message, fix }]);
  }
}

function wrongWith(entry: unknown): { message: string; fix: string } | undefined {
  if (!isObject(entry)) return { message: "This is no entry.", fix: `Give it ${KEYS.join(", ")}.` };
  const unknown = Object.keys(entry).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    return { message: `An entry has no ${unknown}.`, fix: `It has ${KEYS.join(", ")}.` };
  }
  const empty = ["what", "at", "reason"].find((key) => !text(get(entry, key)));
  if (empty !== undefined) {
    return { message: `This entry does not say its ${empty}.`, fix: `Write a text for ${empty}.` };
  }
  if (!(ASPECTS as readonly unknown[]).includes(get(entry, "what"))) {
    return { message: "Nothing of this kind differs.", fix: `Write one of ${ASPECTS.join(", ")}.` };
  }
  if (!["request", "response", undefined].includes(get(entry, "direction") as undefined)) {
    return { message: "This is no direction.", fix: "Write request or response, or leave it out." };
  }
  return undefined;
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

/** What became of the differences under the explanations. */
export interface Explained {
  readonly unexplained: readonly Difference[];
  readonly explained: readonly { readonly difference: Difference; readonly reason: string }[];
  /** Explanations of nothing: what they explained is gone. */
  readonly stale: readonly Explanation[];
}

/**
 * Sorts the differences by whether they are meant.
 *
 * @param file where the explanations are: their pointers begin at its folder.
 */
export function explain(
  differences: readonly Difference[],
  explanations: readonly Explanation[],
  file: string,
): Explained {
  const used = new Set<Explanation>();
  const explained: { difference: Difference; reason: string }[] = [];
  const unexplained: Difference[] = [];
  for (const difference of differences) {
    const at = addressOf(difference, file);
    const fitting = explanations.filter((one) => fits(one, difference, at));
    for (const one of fitting) used.add(one);
    const [first] = fitting;
    if (first) explained.push({ difference, reason: first.reason });
    else unexplained.push(difference);
  }
  return { unexplained, explained, stale: explanations.filter((one) => !used.has(one)) };
}

/** The place of a difference as an explanation writes it. */
function addressOf({ ours }: Difference, file: string): string {
  const path = relative(dirname(resolve(file)), resolve(ours.file))
    .split(sep)
    .join("/");
  return `${path}#${ours.pointer ?? ""}`;
}

function fits(explanation: Explanation, difference: Difference, at: string): boolean {
  const { what, direction, ours, upstream } = explanation;
  return (
    what === difference.what &&
    matches(explanation.at, at) &&
    (direction === undefined || difference.directions.every((one) => one === direction)) &&
    canonical([ours]) === canonical([difference.oursSays]) &&
    canonical([upstream]) === canonical([difference.upstreamSays])
  );
}

function matches(pattern: string, at: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]*")}$`).test(at);
}
