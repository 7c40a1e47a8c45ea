import { getEntries, getList } from "../../load/data.js";
import { type ClientPair, compareRoots, type Root } from "./client-pair.js";
import type { Version } from "./client-types.js";
import { callProbe, moduleOf, type OperationPair, placeOfOperation } from "./operation-pair.js";
import type { ComparedPair } from "./finding.js";
import type { Place } from "./places.js";
import type { Probe } from "./probe.js";
import { quoted } from "./words.js";

/** As callers name the places of parameters. */
const GROUPS = ["path", "query", "headers", "cookie"] as const;

/** What became of an operation's parameters: one place after the other, for the body beside them has its own rules. */
export function* compareParameters(
  client: ClientPair,
  operation: OperationPair,
  own: ComparedPair,
): Iterable<ComparedPair> {
  for (const group of GROUPS) {
    const old = groupOf(client, operation, "old", group);
    const now = groupOf(client, operation, "now", group);
    const subject = `${operation.now.parameters ?? operation.old.parameters}.${group}`;
    if (old && now) yield compareRoots(client, { old, now }, "request", subject);
    else if (old || now) noteGroup(client, operation, group, subject, own);
  }
  noteBody(client, operation, own);
}

/** With several media types the body is no part of the parameters' type: it is of the media type that a call names. */
function noteBody({ old, now }: ClientPair, operation: OperationPair, own: ComparedPair): void {
  const name = operation.old.parameters;
  // A body that is gone is told as that.
  if (name === undefined || name !== operation.now.parameters || !operation.now.operation.body) {
    return;
  }
  if (!old.types.member(name, "body") || now.types.member(name, "body")) return;
  own.findings.push({
    rule: "request-member-removed",
    direction: "request",
    old: placeOfOperation(operation.old),
    now: placeOfOperation(operation.now),
    message: `${quoted(`${name}.body`)} is gone: a value of this type no longer holds what ${quoted(operation.now.functionName)} is sent.`,
    probes: [{ kind: "write", of: `Now.${name}`, member: "body" }],
  });
}

function groupOf(
  client: ClientPair,
  operation: OperationPair,
  version: Version,
  group: string,
): Root | undefined {
  const { types, places } = client[version];
  const name = operation[version].parameters;
  const type = name === undefined ? undefined : types.member(name, group);
  if (name === undefined || !type) return undefined;
  return {
    type: client.checker.getNonNullableType(type),
    access: `NonNullable<${moduleOf(version)}.${name}["${group}"]>`,
    place: places.member(places.ofType(name), group),
  };
}

/** Parameters of a place that had none, or has none any more. */
function noteGroup(
  client: ClientPair,
  operation: OperationPair,
  group: string,
  subject: string,
  own: ComparedPair,
): void {
  const [old, now] = [
    placesOf(client, operation, "old", group),
    placesOf(client, operation, "now", group),
  ];
  for (const [name, { place }] of old ?? []) {
    own.findings.push({
      rule: "request-member-removed",
      direction: "request",
      old: place,
      now: null,
      message: `${quoted(`${subject}.${name}`)} can no longer be sent.`,
      probes: goneProbes(client, operation, group),
    });
  }
  for (const [name, { place, isRequired }] of now ?? []) {
    own.findings.push({
      rule: isRequired ? "request-required-member-added" : "request-member-added",
      direction: "request",
      old: null,
      now: place,
      message: `${quoted(`${subject}.${name}`)} is new${isRequired ? " and has to be sent" : ""}.`,
      probes: [callProbe(client, operation, false), callProbe(client, operation, true)],
    });
  }
}

interface Member {
  readonly place: Place | undefined;
  readonly isRequired: boolean;
}

/** The parameters of a place by their names. A whole query string has members of its own, or none. */
function placesOf(
  client: ClientPair,
  operation: OperationPair,
  version: Version,
  group: string,
): Map<string, Member> | undefined {
  const { places } = client[version];
  const around = places.ofType(operation[version].parameters);
  const place = places.member(around, group);
  if (!place) return undefined;
  const required = getList(place.schema, "required");
  return new Map(
    getEntries(place.schema, "properties").map(([name]) => {
      const own = places.member(place, name) ?? placeOfOperation(operation[version]);
      return [name, { place: own, isRequired: required.includes(name) }];
    }),
  );
}

function goneProbes({ now }: ClientPair, operation: OperationPair, group: string): Probe[] {
  const name = operation.now.parameters;
  if (name !== undefined) return [{ kind: "write", of: `Now.${name}`, member: group }];
  const old = operation.old.parameters;
  return old === undefined || now.types.has(old, "type")
    ? []
    : [{ kind: "import", name: old, as: "type" }];
}
