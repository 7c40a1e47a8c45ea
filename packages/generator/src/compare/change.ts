import type { Location } from "../problem.js";

/** What a change asks of a version number (semver.org, 6 to 8); `none`: no caller can notice it. */
export type Level = "major" | "minor" | "patch" | "none";

/** From nothing to the most. */
export const LEVELS = ["none", "patch", "minor", "major"] as const satisfies readonly Level[];

/**
 * Who found a change: `wire` compares what is sent and received, `types` asks the TypeScript compiler what callers' code
 * becomes, `api` compares the reports of the built packages' exports.
 */
export type Judge = "wire" | "types" | "api";

/** What is judged alike wherever it happens. The rules of all judges make the table of docs/versioning.md. */
export interface Rule {
  readonly level: Level;
  /** What happened, as the policy's table says it: "A request property became required". */
  readonly title: string;
  /** Why it has this level: what it does to a caller. */
  readonly reason: string;
}

/** One change that a caller can notice. */
export interface Change {
  readonly judge: Judge;
  /** The rule's name: `request-property-became-required`. */
  readonly rule: string;
  readonly level: Level;
  /** The operation's `operationId` as the new document has it (the old where it is gone), else `POST /path`; absent for what is of all. */
  readonly operation?: string | undefined;
  /** All operations that it is in, that one first; absent where there are no others. */
  readonly operations?: readonly string[] | undefined;
  /** Whether it is in what callers send or in what they get; absent for what is neither. */
  readonly direction?: "request" | "response" | undefined;
  /** Where it was; absent for what is new. */
  readonly old?: Location | undefined;
  /** Where it is; absent for what is gone. */
  readonly new?: Location | undefined;
  /** One sentence for the caller. */
  readonly message: string;
  /** What the TypeScript compiler says of code written for the old version. */
  readonly compiler?: string | undefined;
}

/** The highest of some levels; `none` of none. */
export function highest(levels: Iterable<Level>): Level {
  let top = 0;
  for (const level of levels) top = Math.max(top, LEVELS.indexOf(level));
  return LEVELS[top] ?? "none";
}
