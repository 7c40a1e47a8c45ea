import { getObject } from "../../load/data.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import type { ClientPair } from "./client-pair.js";
import { ComparedPair } from "./finding.js";
import type { Place } from "./places.js";
import type { Probe } from "./probe.js";
import type { TypeRule } from "./type-rules.js";
import { quoted } from "./words.js";

/** What became of the options that a client is made with, as far as the document decides them. */
export function compareOptions({ old, now }: ClientPair): ComparedPair {
  const pair = new ComparedPair();
  const add = (
    rule: TypeRule,
    message: string,
    places: { old: Place | null; now: Place | null },
    probes: readonly Probe[] = [],
  ): void => void pair.findings.push({ rule, direction: "request", ...places, message, probes });

  const [before, after] = [old, now].map(({ plan }) => plan.model.servers.map(({ name }) => name));
  const servers = { old: serversOf(old.plan), now: serversOf(now.plan) };
  if (before?.length && after?.length) {
    for (const name of missing(before, after)) {
      const of = `Now.${now.plan.client}Environment`;
      const probe: Probe = { kind: "literal", of, literal: JSON.stringify(name) };
      const text = `The environment ${quoted(name)} is gone.`;
      add("environment-removed", text, { old: servers.old, now: null }, [probe]);
    }
    for (const name of missing(after, before)) {
      const text = `The environment ${quoted(name)} is new.`;
      add("environment-added", text, { old: null, now: servers.now });
    }
  } else if (before?.length) {
    const text = "A client can't be made without `baseUrl`: the document names no server any more.";
    const make = { old: "typeof Old.createClient", now: "typeof Now.createClient" };
    add("base-url-became-required", text, servers, [{ kind: "call", ...make, bare: true }]);
  } else if (after?.length) {
    add("base-url-became-optional", "A client can be made without `baseUrl`.", servers);
  }

  const [had, has] = [old, now].map(({ plan }) => plan.model.credentials.map(({ name }) => name));
  for (const name of missing(had ?? [], has ?? [])) {
    const of = `Now.${now.plan.client}Credentials`;
    const places = { old: schemeOf(old.plan, name), now: null };
    const probe: Probe = { kind: "write", of, member: name };
    add("credential-removed", `The credential ${quoted(name)} is gone.`, places, [probe]);
  }
  for (const name of missing(has ?? [], had ?? [])) {
    const places = { old: null, now: schemeOf(now.plan, name) };
    add("credential-added", `The credential ${quoted(name)} is new.`, places);
  }
  return pair;
}

function missing(from: readonly string[], inThese: readonly string[]): string[] {
  return from.filter((name) => !inThese.includes(name));
}

function serversOf({ model }: PackagePlan): Place {
  return { holder: model.document, key: "servers", schema: undefined };
}

function schemeOf({ model }: PackagePlan, name: string): Place {
  const schemes = getObject(getObject(model.document, "components"), "securitySchemes");
  return { holder: schemes ?? {}, key: name, schema: undefined };
}
