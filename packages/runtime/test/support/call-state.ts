import type { CallState } from "../../src/call-state.js";
import { type ClientState, states } from "../../src/client-state.js";
import type { OperationInput, OperationOptions } from "../../src/client-type.js";
import { createClient } from "../../src/create-client.js";
import { Secrets } from "../../src/credentials/secrets.js";
import type { ClientDefinition, OperationDefinition } from "../../src/definition.js";
import type { Feature } from "../../src/features/feature.js";
import type { ClientOptions } from "../../src/options.js";
import type { Exchange } from "../../src/send/exchange.js";
import type { Sendable } from "../../src/send/sendable.js";
import { definition, update } from "./things.js";

/** What a call is to be made with, where it differs from one of `updateThing`. */
export interface CallParts {
  readonly api?: Partial<ClientDefinition>;
  /** The options of the client. */
  readonly own?: ClientOptions;
  readonly features?: readonly Feature[];
  readonly operation?: Partial<OperationDefinition>;
  readonly input?: OperationInput;
  readonly options?: OperationOptions;
}

/** What a client is set up with. */
export function clientState({ api, own, features }: CallParts = {}): ClientState {
  const options = { baseUrl: "https://a.test", ...own };
  return states.get(createClient({ ...definition, ...api }, options, features))!;
}

/** A call that is about to be sent, through a client of its own. */
export function callState(parts: CallParts = {}): CallState {
  const { operation, input = {}, options = {} } = parts;
  return {
    client: clientState(parts),
    operation: { ...update, ...operation },
    input,
    options,
    secrets: new Secrets(),
    started: performance.now(),
    stage: "before",
  };
}

/** A request of it. */
export const sendable: Sendable = {
  url: "https://a.test/things/update",
  method: "POST",
  headers: { "content-type": "application/json" },
  body: '{"a":1}',
};

/** An answer whose body was read. */
export function exchangeOf(
  status: number,
  body: Exchange["body"] = "",
  headers: Record<string, string> = {},
): Exchange {
  return { response: new Response(null, { status, headers }), body };
}
