import type { OperationPlan } from "../../plan/package-plan.js";
import type { ClientPair } from "./client-pair.js";
import type { Both, Version } from "./client-types.js";
import { type Place, placeOf } from "./places.js";
import type { Probe } from "./probe.js";

/** An operation as both versions have it. */
export type OperationPair = Both<OperationPlan>;

/** Where an operation stands. */
export function placeOfOperation({ operation }: OperationPlan): Place {
  return placeOf(operation.source);
}

/** Calls the new method as the old one was called. */
export function callProbe(client: ClientPair, operation: OperationPair, bare: boolean): Probe {
  const method = (version: Version) => {
    const name = JSON.stringify(operation[version].functionName);
    return `${moduleOf(version)}.${client[version].plan.client}Operations[${name}]`;
  };
  return { kind: "call", old: method("old"), now: method("now"), bare };
}

/** What probes call the module of a version. */
export function moduleOf(version: Version): "Old" | "Now" {
  return version === "old" ? "Old" : "Now";
}
