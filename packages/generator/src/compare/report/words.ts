import type { Level } from "../change.js";
import type { Comparison } from "../comparison.js";
import type { Row } from "./report-rows.js";

/** What the two documents are called. */
export interface Names {
  readonly old: string;
  readonly new: string;
}

const HIGHEST_FIRST = ["major", "minor", "patch", "none"] as const satisfies readonly Level[];

const HEADLINES: Readonly<Record<Level, string>> = {
  major: "Callers break: this needs a major version.",
  minor: "Nothing breaks, and callers have something new: this needs a minor version.",
  patch: "Callers' code and data stay as they are: a patch version is enough.",
  none: "Nothing that callers can notice has changed.",
};

/** What a comparison comes to, in one sentence. */
export function headline({ bump, changes, accepted }: Comparison): string {
  const breaks = changes.some(({ level }) => level === "major");
  if (!breaks || accepted.length === 0 || bump === "major") return HEADLINES[bump];
  return `Callers break, which was accepted on purpose: this counts as a ${bump} version.`;
}

/** What each judge says; one that had nothing to judge by says so. */
export function verdictWords({ verdicts }: Comparison): readonly (readonly [string, string])[] {
  const { wire, types, api } = verdicts;
  return [
    ["wire", wire],
    ["types", types ?? "not compared"],
    ["API report", api ?? "not compared"],
  ];
}

/** Who found a change: `wire, types`, with their levels where these differ. */
export function judgeWords({ changes }: Row): string {
  const isOne = new Set(changes.map(({ level }) => level)).size === 1;
  return changes.map(({ judge, level }) => (isOne ? judge : `${judge} ${level}`)).join(", ");
}

/** `2 major and 1 patch change`. */
export function countLevels(levels: readonly Level[]): string {
  const counts = HIGHEST_FIRST.map(
    (level) => [levels.filter((one) => one === level).length, level] as const,
  ).flatMap(([count, level]) => (count === 0 ? [] : [`${count} ${level}`]));
  const last = counts.pop() ?? "no";
  const list = counts.length === 0 ? last : `${counts.join(", ")} and ${last}`;
  return `${list} ${levels.length === 1 ? "change" : "changes"}`;
}

/** The first of a list by name, and the number of the others. */
export function someOf(names: readonly string[], most: number): string {
  if (names.length <= most + 1) return names.join(", ");
  return `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}
