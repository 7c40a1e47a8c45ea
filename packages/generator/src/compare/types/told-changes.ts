import type { OperationPlan } from "../../plan/package-plan.js";
import type { Location } from "../../problem.js";
import type { Change } from "../change.js";
import type { Both, Version } from "./client-types.js";
import type { ClientPair } from "./client-pair.js";
import { labelOf } from "./compare-operations.js";
import type { ComparedPair, Finding } from "./finding.js";
import type { Probe } from "./probe.js";
import { TYPE_RULES } from "./type-rules.js";
import { listed } from "./words.js";

/** A finding with the operations that it is of, and where it stands. */
interface Told {
  readonly finding: Finding;
  readonly operations: Both<OperationPlan>[];
  readonly at: Partial<Record<Version, Location | undefined>>;
}

/** Collects what was found, each once: many operations may lead to one type, and many types to one line of the document. */
export class ToldChanges {
  readonly #client: ClientPair;
  readonly #byFinding = new Map<Finding, Told>();
  readonly #byPlace = new Map<string, Told>();

  constructor(client: ClientPair) {
    this.#client = client;
  }

  /** @param operation what they are of; absent for what is of all. */
  add(pairs: readonly ComparedPair[], operation?: Both<OperationPlan>): void {
    for (const pair of pairs.flatMap((one) => [...one.all()])) {
      for (const finding of pair.findings) {
        const { operations } = this.#tell(finding, operation);
        if (operation && !operations.includes(operation)) operations.push(operation);
      }
    }
  }

  /** What to ask the compiler of each; nothing of what breaks no code. */
  get questions(): (readonly Probe[])[] {
    return [...this.#byPlace.values()].map(({ finding: { rule, probes } }) =>
      TYPE_RULES[rule].level === "major" ? probes : [],
    );
  }

  /** @param answers what the compiler says to each of the questions. */
  changes(answers: readonly (string | undefined)[]): Change[] {
    return [...this.#byPlace.values()].map((told, index) => toChange(told, answers[index]));
  }

  #tell(finding: Finding, operation: Both<OperationPlan> | undefined): Told {
    const known = this.#byFinding.get(finding);
    if (known) return known;
    const at = {
      old: this.#at("old", finding, operation),
      now: this.#at("now", finding, operation),
    };
    const key = keyOf(finding, at);
    const told = this.#byPlace.get(key) ?? { finding, operations: [], at };
    this.#byPlace.set(key, told);
    this.#byFinding.set(finding, told);
    return told;
  }

  /** What can't be told more exactly is told of the operation. */
  #at(
    version: Version,
    finding: Finding,
    operation: Both<OperationPlan> | undefined,
  ): Location | undefined {
    const { places, plan } = this.#client[version];
    if (finding[version] === null) return undefined;
    return (
      places.locate(finding[version]) ??
      (operation && plan.locate(operation[version].operation.source))
    );
  }
}

/** The same at the same places, but for the name of the type that led there. */
function keyOf({ rule, direction, message }: Finding, { old, now }: Told["at"]): string {
  const places = [old, now].map((at) => at && [at.file, at.pointer, at.line]);
  const text = (old?.pointer ?? now?.pointer) ? message.replace(/^`[^`.[]+(?=[.[])/, "") : message;
  return JSON.stringify([rule, direction, places, text]);
}

function toChange({ finding, operations, at }: Told, compiler: string | undefined): Change {
  const { rule, direction, message } = finding;
  const labels = operations.map(({ now }) => labelOf(now));
  const [first, ...others] = labels;
  return {
    judge: "types",
    rule,
    level: TYPE_RULES[rule].level,
    operation: finding.operation ?? first,
    ...(others.length > 0 && { operations: labels }),
    direction,
    old: at.old,
    new: at.now,
    message: others.length === 0 ? message : `${message} The same holds for ${listed(others)}.`,
    compiler,
  };
}
