import type { Direction } from "../../model/api-model.js";
import type { MediaChoices, OperationPlan } from "../../plan/package-plan.js";
import { type ClientPair, compareRoots, type Root } from "./client-pair.js";
import type { Both, Version } from "./client-types.js";
import { compareParameters } from "./compare-parameters.js";
import { ComparedPair } from "./finding.js";
import { callProbe, moduleOf, type OperationPair, placeOfOperation } from "./operation-pair.js";
import { placeOf } from "./places.js";
import type { Probe } from "./probe.js";
import type { TypeRule } from "./type-rules.js";
import { quoted } from "./words.js";

/** What became of an operation: of how it is called, of what it is sent, and of what it gives. */
export function compareOperation(client: ClientPair, operation: OperationPair): ComparedPair[] {
  const own = new ComparedPair();
  return [
    own,
    ...compareCall(client, operation, own),
    ...compareParameters(client, operation, own),
    ...compareContents(client, operation, "request", own),
    ...compareContents(client, operation, "response", own),
    compareErrors(client, operation),
  ];
}

/** The forms of the arguments, and whether there is a body. */
function compareCall(client: ClientPair, operation: OperationPair, own: ComparedPair): [] {
  const { old, now } = operation;
  const subject = quoted(now.functionName);
  const add = (rule: TypeRule, message: string, probes: readonly Probe[]): void => {
    const places = { old: placeOfOperation(old), now: placeOfOperation(now) };
    own.findings.push({ rule, direction: "request", ...places, message, probes });
  };
  const probes = [callProbe(client, operation, false), callProbe(client, operation, true)];
  if (old.form !== now.form && takesAny(old) && takesAny(now)) {
    const text =
      now.form === "input"
        ? "takes `({ path, query, headers, body }, options)` now; it took `(body, options)`"
        : "takes `(body, options)` now; it took `({ path, query, headers, body }, options)`";
    add("operation-arguments-moved", `${subject} ${text}.`, probes);
  }
  const [before, after] = [old.operation.body, now.operation.body];
  if (before && after && before.required !== after.required) {
    const became = after.required ? "required" : "optional";
    const [first, second] = probes;
    const inOrder = [second, first].flatMap((probe) => (probe ? [probe] : []));
    add(`request-body-became-${became}`, `The body of ${subject} became ${became}.`, inOrder);
  } else if (!before && after) {
    const rule = after.required ? "request-required-body-added" : "request-body-added";
    const text = after.required ? "takes a body now, and needs it" : "takes a body now";
    add(rule, `${subject} ${text}.`, probes);
  } else if (before && !after) {
    add("request-body-removed", `${subject} takes no body any more.`, probes);
  }
  return [];
}

function takesAny({ operation, parameters }: OperationPlan): boolean {
  return operation.body !== undefined || parameters !== undefined;
}

/** The body, or what the operation gives: as callers have it by default, then in the media types that they may choose. */
function* compareContents(
  client: ClientPair,
  operation: OperationPair,
  direction: Direction,
  own: ComparedPair,
): Iterable<ComparedPair> {
  const { old, now } = operation;
  const roots = rootsOf(client, operation, direction, undefined);
  const subject = nameOf(now, direction) ?? `${now.functionName} ${direction}`;
  if (roots) yield compareRoots(client, roots, direction, subject);
  const before = choicesOf(old, direction)?.choices.map(({ content }) => content.mediaType) ?? [];
  const after = choicesOf(now, direction)?.choices.map(({ content }) => content.mediaType) ?? [];
  const places = { old: placeOfOperation(old), now: placeOfOperation(now) };
  const verb = direction === "request" ? "sent" : "asked for";
  for (const mediaType of before) {
    if (after.includes(mediaType)) {
      const chosen = rootsOf(client, operation, direction, mediaType);
      const isDefault = mediaType === before[0] && mediaType === after[0];
      if (chosen && !isDefault) {
        yield compareRoots(client, chosen, direction, `${subject} as ${mediaType}`);
      }
    } else if (after.length > 0 || mediaType !== mediaTypeOf(now, direction)) {
      const name = choicesOf(old, direction)?.name ?? "";
      const of = `keyof ${after.length > 0 ? `Now.${choicesOf(now, direction)?.name}` : `Now.${name}`}`;
      own.findings.push({
        rule: `${direction}-media-type-removed`,
        direction,
        ...places,
        message: `${quoted(now.functionName)} can no longer be ${verb} as ${quoted(mediaType)}.`,
        probes: [{ kind: "literal", of, literal: JSON.stringify(mediaType) }],
      });
    }
  }
  for (const mediaType of after) {
    if (before.includes(mediaType) || mediaType === mediaTypeOf(old, direction)) continue;
    own.findings.push({
      rule: `${direction}-media-type-added`,
      direction,
      ...places,
      message: `${quoted(now.functionName)} can be ${verb} as ${quoted(mediaType)}, too.`,
      probes: [],
    });
  }
}

function rootsOf(
  client: ClientPair,
  operation: OperationPair,
  direction: Direction,
  mediaType: string | undefined,
): Both<Root> | undefined {
  const old = rootOf(client, operation, "old", direction, mediaType);
  const now = rootOf(client, operation, "now", direction, mediaType);
  return old && now && { old, now };
}

function rootOf(
  client: ClientPair,
  operation: OperationPair,
  version: Version,
  direction: Direction,
  chosen: string | undefined,
): Root | undefined {
  const plan = operation[version];
  const { types } = client[version];
  const choices = choicesOf(plan, direction);
  const name = nameOf(plan, direction);
  if (!choices) {
    const type = name === undefined ? undefined : types.type(name);
    const schema = contentsOf(plan, direction)[0]?.schema;
    const place = schema === undefined ? placeOfOperation(plan) : placeOf(schema);
    return type && { type, access: `${moduleOf(version)}.${name}`, place };
  }
  const choice =
    choices.choices.find(({ content }) => content.mediaType === chosen) ?? choices.choices[0];
  if (!choice) return undefined;
  const { mediaType, schema } = choice.content;
  const type = types.member(choices.name, mediaType);
  const access = `${moduleOf(version)}.${choices.name}[${JSON.stringify(mediaType)}]`;
  return type && { type, access, place: placeOf(schema) };
}

function choicesOf(plan: OperationPlan, direction: Direction): MediaChoices | undefined {
  return direction === "request" ? plan.bodies : plan.answers;
}

function nameOf(plan: OperationPlan, direction: Direction): string | undefined {
  return direction === "request" ? plan.request?.name : plan.response.name;
}

function contentsOf({ operation }: OperationPlan, direction: Direction) {
  const { body, successes } = operation;
  if (direction === "request") return body ? [body] : [];
  return successes.flatMap(({ content }) => (content ? [content] : []));
}

function mediaTypeOf(plan: OperationPlan, direction: Direction): string | undefined {
  return contentsOf(plan, direction)[0]?.mediaType;
}

function compareErrors(client: ClientPair, { old, now }: OperationPair): ComparedPair {
  const root = (version: Version, plan: OperationPlan): Root => {
    const Module = moduleOf(version);
    const call = `ReturnType<typeof ${Module}.${plan.functionName}>`;
    const failed = plan.operation.failures.find(({ content }) => content)?.content;
    return {
      type: client[version].types.errorBody(plan.functionName),
      access: `(${call} extends ${Module}.Call<any, infer Body> ? Body : never)`,
      place: failed ? placeOf(failed.schema) : placeOfOperation(plan),
    };
  };
  const roots = { old: root("old", old), now: root("now", now) };
  return compareRoots(client, roots, "response", `error.body of ${now.functionName}`);
}
