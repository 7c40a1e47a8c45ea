import type { IncomingPlan, PackagePlan, TypeUse } from "../plan/package-plan.js";
import { type Code, code, identifier, nothing, propertyKey } from "./code.js";
import { docComment } from "./doc-comment.js";
import { importUses, unionCode } from "./imports.js";

/** Types of what the API sends by itself, for servers that receive it; no file where it sends nothing. */
export function webhooksFile(plan: PackagePlan): Code | undefined {
  const { client, model, webhooks, callbacks } = plan;
  const all = allIncoming(plan);
  if (all.length === 0) return undefined;
  const named = payloadAliases(plan);
  const own = new Set(named.map(({ name }) => name));
  const uses = all.flatMap(({ payload }) => (payload ? [payload.type] : []));
  const aliases = named.map(
    ({ name, type, doc }) =>
      code`${docComment({ summary: doc })}export type ${identifier(name)} = ${unionCode([type], nothing)};\n\n`,
  );
  const calls = [...callbacks].map(
    ([operation, plans]) =>
      code`${docComment({ description: `Callbacks of {@link ${operation}}.` })}${propertyKey(operation)}: {\n${members(plans)}};\n`,
  );
  const hooksDoc = `What ${model.title} sends to its webhooks: the payload of each by its name.`;
  const callsDoc = `What ${model.title} sends to the callbacks of its operations: the payload of each by its name.`;
  const hooks = interfaceOf(`${client}Webhooks`, hooksDoc, webhooks.length > 0, members(webhooks));
  return code`${importUses(
    uses.filter((use) => use.kind !== "named" || !own.has(use.name)),
    plan,
    "./",
  )}
${aliases}${hooks}${interfaceOf(`${client}Callbacks`, callsDoc, calls.length > 0, code`${calls}`)}`;
}

/** The names that `webhooks.ts` exports. */
export function webhookTypes(plan: PackagePlan): string[] {
  return [
    ...payloadAliases(plan).map(({ name }) => name),
    ...(plan.webhooks.length > 0 ? [`${plan.client}Webhooks`] : []),
    ...(plan.callbacks.size > 0 ? [`${plan.client}Callbacks`] : []),
  ];
}

function allIncoming({ webhooks, callbacks }: PackagePlan): readonly IncomingPlan[] {
  return [...webhooks, ...[...callbacks.values()].flat()];
}

/** Payloads that no other file declares under their names. */
function payloadAliases(plan: PackagePlan): { name: string; type: TypeUse; doc: string }[] {
  return allIncoming(plan).flatMap(({ payload, incoming }) =>
    payload && !(payload.type.kind === "named" && payload.type.name === payload.name)
      ? [{ ...payload, doc: incoming.summary ?? `The payload of ${incoming.name}.` }]
      : [],
  );
}

function interfaceOf(name: string, doc: string, exists: boolean, body: Code): Code {
  if (!exists) return nothing;
  return code`${docComment({ summary: doc })}export interface ${identifier(name)} {\n${body}}\n\n`;
}

/** A member for each name; what comes by several methods is one of several payloads. */
function members(plans: readonly IncomingPlan[]): Code {
  const byName = new Map<string, IncomingPlan[]>();
  for (const plan of plans) {
    byName.set(plan.incoming.name, [...(byName.get(plan.incoming.name) ?? []), plan]);
  }
  const lines = [...byName].map(([name, same]) => {
    const types = same.map(({ payload }): TypeUse =>
      payload ? { kind: "named", name: payload.name } : { kind: "built-in", text: "undefined" },
    );
    return code`${memberDoc(same)}${propertyKey(name)}: ${unionCode(types, nothing)};\n`;
  });
  return code`${lines}`;
}

function memberDoc([first]: readonly IncomingPlan[]): Code {
  if (!first) return nothing;
  const { summary, description, deprecated } = first.incoming;
  return docComment({ summary, description, tags: deprecated ? [["deprecated", ""]] : [] });
}
