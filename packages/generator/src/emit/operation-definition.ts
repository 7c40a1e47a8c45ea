import type { ApiModel, Operation } from "../model/api-model.js";
import type { OperationPlan } from "../plan/package-plan.js";
import { type Code, literal, objectLiteral } from "./code.js";
import { isIdempotent, outcomeCheck } from "../plan/retries.js";
import {
  bodySerializer,
  parameterSerializer,
  retrySerializer,
  type Serializer,
  serverChooser,
} from "./serializers.js";
import { answerReader, ownStream, streamReader } from "./stream-reader.js";

/** What the runtime needs to know of an operation, and the names of the runtime in it. */
export function operationDefinition(
  plan: OperationPlan,
  model: ApiModel,
): {
  readonly definition: Code;
  readonly imports: readonly string[];
} {
  const { operation } = plan;
  const data = Object.entries({
    id: operation.id,
    method: operation.method,
    path: operation.path,
    idempotent: isIdempotent(operation) || undefined,
    check: outcomeCheck(operation),
    accept: accepted(plan),
    shape: plan.shape,
    mayBeEmpty: plan.mayBeEmpty || undefined,
    security: operation.security,
  }).flatMap(([key, value]): [string, Code][] =>
    value === undefined ? [] : [[key, literal(value)]],
  );
  const servers = ownServers(operation, model);
  const parts = Object.entries({
    server: servers && serverChooser(servers),
    retry: retrySerializer(operation, model),
    response: readerOf(plan),
    parameters: parameterSerializer(operation, model.sensitive),
    serializeBody: operation.body && bodySerializer(operation.body),
  }).flatMap(([key, part]) => (part ? [{ key, ...part }] : []));
  return {
    definition: objectLiteral([
      ...data,
      ...parts.map(({ key, value }): [string, Code] => [key, value]),
    ]),
    imports: parts.flatMap((part) => part.imports),
  };
}

/** The `Accept` header, where an answer is not JSON: its media types, in the documented order. */
function accepted({ operation, responseKind }: OperationPlan): string | undefined {
  if (responseKind === "json") return undefined;
  const types = operation.successes.flatMap(({ content }) => (content ? [content.mediaType] : []));
  return types.length === 0 ? "*/*" : [...new Set(types)].join(", ");
}

function readerOf(plan: OperationPlan): Serializer | undefined {
  const stream = ownStream(plan);
  if (stream) return streamReader(stream.plan);
  return plan.responseKind === "stream" ? undefined : answerReader(plan.responseKind);
}

/** The server of each environment: the one of its name, else the first. */
function ownServers({ servers: own }: Operation, { servers }: ApiModel): object | undefined {
  const [first] = own;
  if (!first || servers.length === 0) return undefined;
  return Object.fromEntries(
    servers.map(({ name }) => [name, (own.find((one) => one.name === name) ?? first).url]),
  );
}
