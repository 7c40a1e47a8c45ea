import type { AnswerStream, StreamItem } from "../model/answer-stream.js";
import type { Schema } from "../model/api-model.js";
import { pascalCase } from "./identifiers.js";
import type { StreamPlan, TypeUse } from "./package-plan.js";

/** What names the types of one operation. */
export interface StreamTypes {
  /** The operation's own name, capitalised. */
  readonly base: string;
  /** The type of a schema, called `wanted` where it has no name yet. */
  readonly use: (wanted: string, schema: Schema) => TypeUse;
  /** Takes a name for a type of the operation. */
  readonly takeName: (wanted: string) => string;
}

/** Plans how a stream is read, and the type of it. */
export function planStream(
  { format, items, end }: AnswerStream,
  types: StreamTypes,
): { readonly plan: StreamPlan; readonly type: TypeUse } {
  const plan = { format, event: undefined, json: undefined, text: undefined, end };
  if (format === "events") {
    const event = planEvents(items, types);
    const of: TypeUse = { kind: "named", name: event.name };
    return { plan: { ...plan, event, ...planData(items) }, type: { kind: "stream", of } };
  }
  const schema = items[0]?.schema;
  const of: TypeUse =
    schema === undefined
      ? { kind: "built-in", text: "Uint8Array" }
      : types.use(`${types.base}Item`, schema);
  return { plan: { ...plan, end: undefined }, type: { kind: "stream", of } };
}

function planEvents(items: readonly StreamItem[], { base, use, takeName }: StreamTypes) {
  const uses = items.map(({ events, schema }): TypeUse => {
    const wanted = `${base}${items.length > 1 ? pascalCase(events.join(" ")) : ""}Data`;
    const of: TypeUse =
      schema === undefined ? { kind: "built-in", text: "string" } : use(wanted, schema);
    return { kind: "event", of, names: events };
  });
  return { name: takeName(`${base}Event`), types: uses };
}

/**
 * Which events have JSON data. Where all that have are named, data of events that the document does not
 * know stay text: a server adds events in time, and they need not be JSON.
 */
function planData(items: readonly StreamItem[]): Pick<StreamPlan, "json" | "text"> {
  const named = (isJson: boolean) => [
    ...new Set(
      items.flatMap(({ events, schema }) => (isJson === (schema !== undefined) ? events : [])),
    ),
  ];
  const json = named(true);
  const text = named(false).filter((event) => !json.includes(event));
  const all = items.some(({ events, schema }) => events.length === 0 && schema !== undefined);
  if (all) return { json: true, text: text.length > 0 ? text : undefined };
  return { json: json.length > 0 ? json : undefined, text: undefined };
}
