import type { BodySerializer } from "./body/body-serializer.js";
import type { CallState } from "./call-state.js";
import { headersOf } from "./headers-of.js";
import type { Sendable } from "./send/sendable.js";
import { sending } from "./sending.js";

/**
 * Makes the request of an operation, without credentials.
 *
 * @throws ConfigurationError For headers that can't be sent, and for path parameters that are missing.
 */
export function requestOf(call: CallState): Sendable {
  const { client, operation, input, options, secrets } = call;
  const { accept, serializeBody = jsonBody } = operation;
  sending.secrets = secrets;
  try {
    const given = input.body;
    const body = given === undefined ? given : serializeBody.serialize(given);
    const type = body === undefined ? body : serializeBody.contentType;
    // Made once: to copy headers takes longer than anything else in here.
    const shared = (client.typed[type as string] ??= {
      ...(type && { "content-type": type }),
      ...client.headers,
    });
    const headers = accept ? { ...shared, accept } : shared;
    const { target = operation.path, headers: own } = operation.parameters?.(call) ?? {};
    return {
      url: (operation.server?.(client.environment) ?? client.baseUrl) + target,
      method: operation.method,
      headers: own || options.headers ? headersOf(headers, options.headers, own) : headers,
      body,
    };
  } finally {
    sending.secrets = undefined;
  }
}

const jsonBody: BodySerializer = { contentType: "application/json", serialize: JSON.stringify };
