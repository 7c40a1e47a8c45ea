import type { ApiModel, Content, Incoming } from "../model/api-model.js";
import { mediaKind } from "../normalise/media-types.js";
import { pascalCase } from "./identifiers.js";
import type { IncomingPlan, OperationPlan, TypeUse } from "./package-plan.js";

/** Declares the type of a payload: its exported name, and the type that it stands for. */
export type DeclarePayload = (
  incoming: Incoming,
  wanted: string,
  content: Content,
) => { name: string; type: TypeUse };

/** Names the payloads of webhooks and callbacks: `CustomerUpdatedWebhook`, `SubscribeOnEventCallback`. */
export function planIncoming(
  { webhooks }: ApiModel,
  operations: readonly OperationPlan[],
  declare: DeclarePayload,
): { readonly webhooks: IncomingPlan[]; readonly callbacks: ReadonlyMap<string, IncomingPlan[]> } {
  const plan = (incoming: Incoming, owner: string, suffix: string): IncomingPlan => {
    const base = `${owner}${pascalCase(incoming.name)}`;
    const wanted = base.endsWith(suffix) ? base : `${base}${suffix}`;
    const { payload } = incoming;
    return { incoming, payload: payload && declare(incoming, wanted, payload) };
  };
  return {
    webhooks: webhooks.map((one) => plan(one, "", "Webhook")),
    callbacks: new Map(
      operations.flatMap(({ functionName, operation: { callbacks } }) => {
        const owner = pascalCase(functionName);
        const plans = callbacks.map((one) => plan(one, owner, "Callback"));
        return plans.length > 0 ? [[functionName, plans] as const] : [];
      }),
    ),
  };
}

/** The type of a payload that its schema can't tell. A form that comes in is read by the receiver. */
export function builtInPayload({ mediaType }: Content): TypeUse | undefined {
  const kind = mediaKind(mediaType);
  if (kind === "text") return { kind: "built-in", text: "string" };
  return kind === "binary" ? { kind: "built-in", text: "Blob" } : undefined;
}
