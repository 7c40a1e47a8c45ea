import type { OperationPlan, ResponseKind, StreamPlan } from "../plan/package-plan.js";
import { code, identifier, literal } from "./code.js";
import type { Serializer } from "./serializers.js";

const WHOLE = { text: "textAnswer", blob: "blobAnswer", empty: "emptyAnswer" } as const;

const READERS = { lines: "jsonLines", sequence: "jsonSequence", bytes: "byteStream" } as const;

/** How an operation reads an answer of its preferred media type that is a stream. */
export function ownStream({
  operation,
  streams,
}: OperationPlan): { readonly mediaType: string; readonly plan: StreamPlan } | undefined {
  const content = operation.successes.find((answer) => answer.content)?.content;
  const plan = content && streams.get(content);
  return plan && { mediaType: content.mediaType, plan };
}

/** What reads an answer as a whole; `undefined` for JSON, which the runtime takes for granted. */
export function answerReader(kind: Exclude<ResponseKind, "stream">): Serializer | undefined {
  if (kind === "json") return undefined;
  const name = WHOLE[kind];
  return { value: identifier(name), imports: [name] };
}

/** What reads a stream. The call has no effect, so that a bundle may leave it out with its operation. */
export function streamReader({ format, json, text, end }: StreamPlan): Serializer {
  if (format !== "events") {
    const name = READERS[format];
    return { value: identifier(name), imports: [name] };
  }
  const value = code`/* @__PURE__ */ eventStream(${literal({ json, text, end })})`;
  return { value, imports: ["eventStream"] };
}

/** The types of the runtime that the types of an operation's answers are made of. */
export function streamTypes({ streams }: OperationPlan): string[] {
  const plans = [...streams.values()];
  if (plans.length === 0) return [];
  return plans.some(({ event }) => event) ? ["ItemStream", "ServerSentEvent"] : ["ItemStream"];
}
