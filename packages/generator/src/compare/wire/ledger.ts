import type { Change } from "../change.js";
import { nameOperations } from "../name-operations.js";
import type { SchemaPair } from "./schemas/schema-pair.js";
import { collectFindings } from "./schemas/walk-pairs.js";
import type { Direction } from "./rules/schema-rules.js";
import type { Side, Spot } from "./side.js";
import { WIRE_RULES, type WireRule } from "./wire-rules.js";

/** Which operation something is found in, and in which part of it. */
export interface Scope {
  /** How messages name the operation; absent for what is of the whole API. */
  readonly operation?: string | undefined;
  readonly direction?: Direction | undefined;
  /** The part, as a sentence names it: `the request`, `the response 404`. */
  readonly part?: string | undefined;
}

/** Something that became of the API. */
export interface Finding {
  readonly rule: WireRule;
  /** What the sentence is about: "the query parameter `limit`"; absent for the operation itself. */
  readonly subject?: string | undefined;
  /** What became of it: "became required". */
  readonly text: string;
  readonly old?: Spot | undefined;
  readonly new?: Spot | undefined;
}

interface Entry extends Finding {
  readonly scope: Scope;
  readonly operations: Set<string>;
}

/** Collects what is found. A thing that several operations share is told once. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  readonly #old: Side;
  readonly #new: Side;

  constructor(old: Side, now: Side) {
    this.#old = old;
    this.#new = now;
  }

  /** Takes a finding down, or the operation alone where it is known from another. */
  add(scope: Scope, finding: Finding): void {
    const { rule, text } = finding;
    const place = finding.old || finding.new ? "" : `${scope.operation} ${finding.subject}`;
    const spots = [idOf(this.#old, finding.old), idOf(this.#new, finding.new)];
    const key = [rule, ...spots, place, text].join("\n");
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { ...finding, scope, operations: new Set() };
      this.#entries.set(key, entry);
    }
    if (scope.operation !== undefined) entry.operations.add(scope.operation);
  }

  /**
   * Takes down all that became of a schema.
   *
   * @param whole what the schema is of, as a sentence names it: "the body".
   */
  addSchema(scope: Scope, whole: string, pair: SchemaPair): void {
    for (const { path, finding } of collectFindings(pair)) {
      this.add(scope, { ...finding, subject: subjectOf(whole, path) });
    }
  }

  /** What was taken down, in that order. */
  changes(): Change[] {
    const told = new Set<string>();
    return [...this.#entries.values()].flatMap((entry) => {
      const { rule, scope } = entry;
      const message = sentence(entry);
      // A parameter and its schema have words each.
      if (told.has(`${rule} ${message}`)) return [];
      told.add(`${rule} ${message}`);
      const change: Change = {
        judge: "wire",
        rule,
        level: WIRE_RULES[rule].level,
        ...(scope.operation !== undefined && { operation: scope.operation }),
        ...(entry.operations.size > 1 && { operations: [...entry.operations] }),
        ...(scope.direction !== undefined && { direction: scope.direction }),
        ...(entry.old && { old: this.#old.locate(entry.old) }),
        ...(entry.new && { new: this.#new.locate(entry.new) }),
        message,
      };
      return [change];
    });
  }
}

function idOf(side: Side, spot: Spot | undefined): string {
  return spot === undefined ? "" : `${side.id(spot.home)}/${spot.key ?? ""}`;
}

function subjectOf(whole: string, path: string): string {
  const name = path.replace(/^\./, "");
  if (name === "") return whole;
  return whole === "the body" ? `\`${name}\`` : `\`${name}\` of ${whole}`;
}

function sentence({ scope, operations, subject, text }: Entry): string {
  const all = nameOperations([...operations]);
  if (subject === undefined) return `${all} ${operations.size > 1 ? ofMany(text) : text}.`;
  if (all === "") return `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${text}.`;
  const part = scope.part === undefined ? "" : `${scope.part} of `;
  return `In ${part}${all}, ${subject} ${text}.`;
}

function ofMany(text: string): string {
  return text.replace(/^is /, "are ").replace(/^has /, "have ");
}
