import type { Both, Version } from "./client-types.js";
import type { OperationPlan } from "../../plan/package-plan.js";
import type { ClientPair } from "./client-pair.js";
import { compareOperation } from "./compare-operation.js";
import { ComparedPair } from "./finding.js";
import { placeOfOperation } from "./operation-pair.js";
import { listed, quoted } from "./words.js";

/** What became of the operations. */
export interface ComparedOperations {
  /** Those of both versions, with what became of each. */
  readonly operations: readonly {
    readonly operation: Both<OperationPlan>;
    readonly pairs: readonly ComparedPair[];
  }[];
  /** Which came, went or changed their names. */
  readonly own: ComparedPair;
  /** Exported names that came and went with them. */
  readonly told: ReadonlySet<string>;
}

/** As a change names an operation. */
export function labelOf({ operation }: OperationPlan): string {
  return operation.named ? operation.id : `${operation.method} ${operation.path}`;
}

/** Compares the operations of a client: by their names, else by method and path. */
export function compareOperations(client: ClientPair): ComparedOperations {
  const [before, after] = [client.old.plan.operations, client.now.plan.operations];
  const byName = new Map(after.map((plan) => [plan.functionName, plan]));
  const taken = new Map<OperationPlan, OperationPlan>();
  for (const plan of before) {
    const same = byName.get(plan.functionName);
    if (same) taken.set(same, plan);
  }
  const old = new Set(before.filter((plan) => !byName.has(plan.functionName)));
  for (const plan of after) {
    if (taken.has(plan)) continue;
    const same = [...old].find((other) => routeOf(other) === routeOf(plan));
    if (!same) continue;
    taken.set(plan, same);
    old.delete(same);
  }
  const own = new ComparedPair();
  const told = new Set<string>();
  const operations = after.flatMap((now) => {
    const previous = taken.get(now);
    return previous ? [{ operation: { old: previous, now } }] : [];
  });
  for (const plan of after) if (!taken.has(plan)) noteAdded(client, plan, own, told);
  for (const plan of old) noteGone(client, plan, undefined, own, told);
  for (const { operation } of operations) {
    if (operation.old.functionName === operation.now.functionName) continue;
    noteGone(client, operation.old, operation.now, own, told);
    for (const name of namesOf(operation.now, client, "old")) told.add(name);
  }
  const pairs = operations.map((one) => ({
    ...one,
    pairs: compareOperation(client, one.operation),
  }));
  return { operations: pairs, own, told };
}

/** Method and path, whatever its parameters are called. */
function routeOf({ operation: { method, path } }: OperationPlan): string {
  return `${method} ${path.replace(/\{[^}]*\}/g, "{}")}`;
}

function noteAdded(
  client: ClientPair,
  plan: OperationPlan,
  own: ComparedPair,
  told: Set<string>,
): void {
  for (const name of namesOf(plan, client, "old")) told.add(name);
  own.findings.push({
    rule: "operation-added",
    operation: labelOf(plan),
    old: null,
    now: placeOfOperation(plan),
    message: `${quoted(plan.functionName)} is new.`,
    probes: [],
  });
}

function noteGone(
  client: ClientPair,
  plan: OperationPlan,
  now: OperationPlan | undefined,
  own: ComparedPair,
  told: Set<string>,
): void {
  const names = namesOf(plan, client, "now");
  for (const name of names) told.add(name);
  const types = names.filter((name) => name !== plan.functionName);
  const name = quoted(plan.functionName);
  const text = now ? `${name} is called ${quoted(now.functionName)} now` : `${name} is gone`;
  const also = types.length === 0 ? "" : ` ${listed(types)} went with the name.`;
  const of = `Now.${client.now.plan.client}Operations`;
  own.findings.push({
    rule: now ? "operation-renamed" : "operation-removed",
    operation: labelOf(now ?? plan),
    old: placeOfOperation(plan),
    now: now ? placeOfOperation(now) : null,
    message: `${text}.${also}`,
    probes: [{ kind: "read", of, member: plan.functionName }],
  });
}

/** The names that an operation exports, and that the other version does not. */
function namesOf(plan: OperationPlan, client: ClientPair, other: Version): string[] {
  const { functionName, request, response, parameters, bodies, answers, streams, errorTypes } =
    plan;
  const names = [
    functionName,
    request?.name,
    response.name,
    parameters,
    bodies?.name,
    answers?.name,
    ...[...streams.values()].map(({ event }) => event?.name),
    ...errorTypes.map((type) => (type.kind === "named" ? type.name : undefined)),
  ];
  const { types } = client[other];
  return [...new Set(names)].filter(
    (name): name is string => name !== undefined && !types.hasAny(name),
  );
}
