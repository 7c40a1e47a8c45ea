import type { WithResponse } from "./call.js";
import { checkOptions, callRules } from "./check-options.js";
import { checkPath } from "./check-path.js";
import type { OperationInput, OperationOptions } from "./client-type.js";
import type { OperationDefinition } from "./definition.js";
import { fromOutcome, type Outcome } from "./errors/from-outcome.js";
import type { ParameterValues } from "./parameters/parameter-style.js";
import { findRequestId } from "./parse/find-request-id.js";
import { type Parsed, parseAnswer } from "./parse/parse-answer.js";
import type { Exchange } from "./send/attempt.js";
import { maxBodySize } from "./send/read-body.js";
import { readableCopy } from "./send/readable-copy.js";
import { parseRetryAfter } from "./send/retry-after.js";
import { send, type SendSettings } from "./send/send.js";
import type { StreamSource } from "./stream/stream-reader.js";
import { type AnyRequest, TracedRequest, PlainRequest } from "./send/traced-request.js";

/** openapi-fetch's `request`. What a path takes and gives is for generated code to know. */
export type RawRequest = (
  method: string,
  path: string,
  init?: { readonly parseAs?: string; readonly [name: string]: unknown },
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** The settings of a call, and what is told when a stream fails later on. */
export type RunSettings = SendSettings & Pick<StreamSource, "report">;

/**
 * Runs one operation through openapi-fetch, and turns the answer into data or an error.
 *
 * @param request What makes and sends the request.
 * @param watched May middleware look at the request and its answer?
 * @param settings The settings of the call.
 */
export async function runOperation(
  request: RawRequest,
  watched: boolean,
  settings: RunSettings,
  operation: OperationDefinition,
  input: OperationInput,
  options: OperationOptions = {},
): Promise<WithResponse<unknown>> {
  const { definition, secrets } = settings;
  let exchange: Exchange | undefined;
  let given: Response | undefined;
  let started = performance.now();
  checkPath(operation.path, input.path);
  const { error: refusal, response } = await request(operation.method, operation.path, {
    ...requestInit(operation, input, options, settings),
    baseUrl: settings.baseUrl,
    parseAs: "stream",
    Request: watched ? TracedRequest : PlainRequest,
    fetch: async (sent: AnyRequest) => {
      started = performance.now();
      exchange = await send(sent, settings);
      const { response } = exchange;
      // There is no copy of a stream.
      given =
        !response.ok || (watched && !settings.streams) ? readableCopy(exchange, secrets) : response;
      return given;
    },
  });

  const ours = response === given ? exchange : undefined;
  const { status, ok, headers } = response;
  const requestIdIn = (json?: unknown) => {
    const id = findRequestId(definition.errors, headers, json);
    return id && secrets.scrub(id);
  };
  const failure = (outcome: Outcome, json?: unknown) =>
    fromOutcome(outcome, { operation: operation.id, requestId: requestIdIn(json) }, definition);

  if (!ok) {
    const retryAfter = parseRetryAfter(headers.get("retry-after"), Date.now());
    // Never null or undefined: who reads a property of it in a catch clause is not to be thrown at again.
    const body = refusal ?? "";
    throw failure({ kind: "refused", status, body, retryAfter }, body);
  }
  const { response: kind, mayBeEmpty } = operation;
  let parsed: Parsed;
  if (typeof kind === "object") {
    parsed = kind.open({ ...settings, response, requestId: requestIdIn(), mayBeEmpty, started });
  } else {
    const bytes = ours ? ours.body : new Uint8Array(await response.arrayBuffer());
    parsed = bytes
      ? parseAnswer(operation, headers, bytes)
      : { problem: `is larger than ${maxBodySize} bytes` };
  }
  if ("problem" in parsed) throw failure({ kind: "unreadable", status, ...parsed });
  const { data } = parsed;
  const requestId = findRequestId(definition.errors, headers, data);
  return { data, response: ours?.response ?? response, requestId };
}

/** What openapi-fetch is to make the request of. */
function requestInit(
  { response, serializeBody, parameters, accept: ownAccept }: OperationDefinition,
  { body, path, query: ownQuery, headers, cookie }: OperationInput,
  { headers: own, params }: OperationOptions,
  { accept }: Pick<SendSettings, "accept">,
) {
  const other = params?.query;
  // A whole query string need not be an object, and comes once.
  const query = ownQuery && other ? { ...ownQuery, ...other } : (ownQuery ?? other);
  const given = { ...headers, ...params?.headers };
  const cookies = (parameters?.cookie ?? plainCookies)({ ...cookie, ...params?.cookie });
  const header = {
    ...(parameters?.headers?.(given) ?? given),
    ...(cookies && { cookie: cookies }),
  };
  checkOptions({ headers: header }, callRules);
  return {
    // `fetch` asks for it where the body is a stream, and takes it with any.
    duplex: "half",
    body,
    params: { path, query, header },
    pathSerializer: parameters?.path,
    querySerializer: query === undefined ? undefined : parameters?.query,
    headers: {
      accept: response === "json" ? accept : ownAccept,
      // null: `fetch` knows the type of what the serializer gives.
      ...(serializeBody &&
        body !== undefined && { "content-type": serializeBody.contentType ?? null }),
      ...(own instanceof Headers ? Object.fromEntries(own) : own),
    },
    ...(serializeBody && { bodySerializer: (value: unknown) => serializeBody.serialize(value) }),
  };
}

function plainCookies(values: ParameterValues): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join("; ");
}
