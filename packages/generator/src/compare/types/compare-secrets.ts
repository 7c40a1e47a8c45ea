import { getEntries } from "../../load/data.js";
import { walk } from "../../load/walk.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import type { ClientPair, ClientVersion } from "./client-pair.js";
import { ComparedPair } from "./finding.js";
import type { Place } from "./places.js";
import { quoted } from "./words.js";

/** What became of the properties that a client with `wrapSecrets: true` gives as secrets: it knows them by their names. */
export function compareSecrets({ old, now }: ClientPair): ComparedPair {
  const pair = new ComparedPair();
  const [before, after] = [secretsOf(old), secretsOf(now)];
  for (const [rule, names, text] of [
    ["response-member-became-secret", missing(after, before), "is a secret now"],
    ["response-member-no-longer-secret", missing(before, after), "is no secret any more"],
  ] as const) {
    for (const name of names) {
      const places = { old: findMember(old.plan, name), now: findMember(now.plan, name) };
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
function secretsOf({ plan }: ClientVersion): readonly string[] {
  return plan.operations.some(({ givesSecrets }) => givesSecrets) ? plan.model.sensitive : [];
}

/** The first property of that name. */
function findMember({ model }: PackagePlan, name: string): Place | undefined {
  let found: Place | undefined;
  walk(model.document, {
    object(value, kind) {
      if (found || kind !== "schema") return;
      const property = getEntries(value, "properties").find(([key]) => key === name);
      if (property)
        found = { holder: value["properties"] as object, key: name, schema: property[1] };
    },
  });
  return found;
}
