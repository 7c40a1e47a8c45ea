import { get, getEntries, getList, isObject } from "../../load/data.js";
import { resolveReference } from "../../load/resolve-reference.js";
import { contentsOf } from "../../normalise/read-content.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import type { ClientPair } from "./client-pair.js";
import { ComparedPair } from "./finding.js";
import type { Place } from "./places.js";
import { quoted } from "./words.js";

/** What became of the properties that a client with `wrapSecrets: true` gives as secrets: it knows them by their names. */
export function compareSecrets({ old, now }: ClientPair): ComparedPair {
  const pair = new ComparedPair();
  const secrets = { old: secretsOf(old.plan), now: secretsOf(now.plan) };
  // Where nothing could be wrapped, no caller has such a client.
  if (secrets.old.length === 0) return pair;
  const members = { old: answerMembers(old.plan), now: answerMembers(now.plan) };
  for (const [rule, names, text] of [
    ["response-member-became-secret", missing(secrets.now, secrets.old), "is a secret now"],
    [
      "response-member-no-longer-secret",
      missing(secrets.old, secrets.now),
      "is no secret any more",
    ],
  ] as const) {
    for (const name of names) {
      const places = { old: members.old.get(name), now: members.now.get(name) };
      // What is new, or gone, is told as that.
      if (!places.old || !places.now) continue;
      const message = `${quoted(name)} ${text}, in every answer that has it.`;
      pair.findings.push({ rule, direction: "response", ...places, message, probes: [] });
    }
  }
  return pair;
}

function missing(from: readonly string[], inThese: readonly string[]): string[] {
  return from.filter((name) => !inThese.includes(name));
}

/** Without an operation that gives secrets no client can wrap them. */
function secretsOf({ operations, model }: PackagePlan): readonly string[] {
  return operations.some(({ givesSecrets }) => givesSecrets) ? model.sensitive : [];
}

/** The properties that answers of success have, each where it is met first. */
function answerMembers({ model }: PackagePlan): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  const successes = model.operations.flatMap((operation) => operation.successes);
  const schemas = new Set<unknown>(
    successes.flatMap(({ content }) => contentsOf(content).map(({ schema }) => schema)),
  );
  // A set gives what is added to it on the way, too.
  for (const given of schemas) {
    const schema = resolveReference(model.document, given);
    const holder = get(schema, "properties");
    for (const [name, property] of getEntries(schema, "properties")) {
      if (isObject(holder) && !found.has(name)) {
        found.set(name, { holder, key: name, schema: property });
      }
      schemas.add(property);
    }
    for (const keyword of ["allOf", "anyOf", "oneOf", "prefixItems"]) {
      for (const part of getList(schema, keyword)) schemas.add(part);
    }
    for (const keyword of ["items", "additionalProperties"]) schemas.add(get(schema, keyword));
  }
  return found;
}
