import { dirname, join, resolve } from "node:path";
import { nearest } from "../../check/nearest.js";
import { isWeb } from "../../load/address.js";
import { isObject, type JsonObject } from "../../load/data.js";
import { appendPointer } from "../../load/json-pointer.js";
import { parseDocument } from "../../load/parse-document.js";
import { type Location, ProblemsError, type Problem } from "../../problem.js";
import type { AcceptedEntry } from "../comparison.js";
import { type FoundFile, isBeside, readBeside } from "../find-file.js";
import { isReached, isVersion } from "./version.js";

/** The file that lists the accepted breaks of the documents in its folder. */
export const ACCEPTED_FILE = "accepted-changes.yaml";

const MEMBERS = ["document", "pointer", "rule", "reason", "until"];

/** What entries are checked against. */
interface Surroundings {
  /** The versions of the packages that the document's clients are in; without any no entry expires. */
  readonly versions: readonly string[];
  /** The names of all rules. */
  readonly rules: readonly string[];
}

/**
 * Reads which breaks of a document were accepted on purpose, from the list in the document's folder.
 *
 * @param document the newer version; of a commit's document the commit's list holds.
 * @throws {ProblemsError} with all that is wrong in the list, and each entry of this document that has expired.
 */
export async function readAccepted(
  document: FoundFile,
  { versions, rules }: Surroundings,
): Promise<readonly AcceptedEntry[]> {
  if (isWeb(document.address)) return [];
  const path = join(dirname(document.address), ACCEPTED_FILE);
  if (!(await isBeside(document, path))) return [];
  const shown = document.shown.replace(/[^\\/:]*$/, ACCEPTED_FILE);
  const list = parseDocument(await readBeside(document, path, shown), path, shown);
  const problems: Problem[] = [];
  const complain: Complain = (pointer, message, fix) => {
    problems.push({ severity: "error", location: list.locate(pointer), message, fix });
  };
  const own: AcceptedEntry[] = [];
  for (const [index, entry] of itemsOf(list.root, complain).entries()) {
    const pointer = `/${index}`;
    if (!checkEntry(entry, pointer, rules, complain)) continue;
    const of = resolve(dirname(path), entry.document ?? document.address);
    if (of !== document.address) {
      if (!(await isBeside(document, of))) {
        const message = `There is no document "${entry.document}".`;
        complain(`${pointer}/document`, message, "Name it from the folder of this list.");
      }
      continue;
    }
    const reached = versions.find((version) => isReached(entry.until, version));
    if (reached !== undefined) {
      const message = `What is at ${entry.pointer} was accepted until ${entry.until}, and the package is at ${reached}.`;
      complain(`${pointer}/until`, message, "Drop the entry: it no longer holds.");
    }
    own.push(asEntry(entry, list.locate(pointer)));
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return own;
}

type Complain = (pointer: string, message: string, fix: string) => void;

function itemsOf(root: unknown, complain: Complain): readonly unknown[] {
  // What is left of a list whose last entry was dropped.
  if (root === null || root === undefined) return [];
  if (Array.isArray(root)) return root;
  complain("", "This must be a list of accepted breaks.", "Begin each entry with a hyphen.");
  return [];
}

interface Entry extends JsonObject {
  readonly document?: string;
  readonly pointer: string;
  readonly rule?: string;
  readonly reason: string;
  readonly until: string;
}

function asEntry(entry: Entry, location: Location): AcceptedEntry {
  const { document, pointer, rule, reason, until } = entry;
  return { document, pointer: pointer.replace(/^#/, ""), rule, reason, until, location };
}

function checkEntry(
  entry: unknown,
  at: string,
  rules: readonly string[],
  complain: Complain,
): entry is Entry {
  if (!isObject(entry)) {
    complain(at, "An accepted break must be an object.", `Give it ${MEMBERS.join(", ")}.`);
    return false;
  }
  let isWhole = true;
  const refuse: Complain = (...problem) => {
    isWhole = false;
    complain(...problem);
  };
  for (const name of Object.keys(entry)) {
    if (MEMBERS.includes(name)) continue;
    const meant = nearest(name, MEMBERS);
    const fix = meant === undefined ? `Known are ${MEMBERS.join(", ")}.` : `Did you mean ${meant}?`;
    refuse(appendPointer(at, name), `"${name}" is not known.`, fix);
  }
  for (const [name, fix] of Object.entries(NEEDED)) {
    const value = entry[name];
    if (typeof value === "string" && value.trim() !== "") continue;
    if (value === undefined && name === "document") continue;
    const message = value === undefined ? `"${name}" is missing.` : `"${name}" must be a text.`;
    refuse(`${at}/${name}`, message, fix);
  }
  const { pointer, rule, until } = entry;
  if (typeof pointer === "string" && !/^#?(\/|$)/.test(pointer)) {
    refuse(`${at}/pointer`, `"${pointer}" is no JSON pointer.`, NEEDED.pointer);
  }
  if (typeof until === "string" && !isVersion(until)) {
    refuse(`${at}/until`, `"${until}" is no version.`, NEEDED.until);
  }
  if (rule !== undefined && !rules.some((name) => name === rule)) {
    const meant = typeof rule === "string" ? nearest(rule, rules) : undefined;
    const fix = "Copy it from clientgen diff --json, or drop it for all rules.";
    const did = meant === undefined ? fix : `Did you mean ${meant}?`;
    refuse(`${at}/rule`, `There is no rule ${JSON.stringify(rule)}.`, did);
  }
  return isWhole;
}

const NEEDED = {
  document: "Name the document's file: customer.yaml.",
  pointer: "Copy the JSON pointer from clientgen diff --json.",
  reason: "Say why callers have to take this.",
  until: 'Write the first version that it no longer holds for: "0.5.0".',
} as const;
