import createFetchClient from "openapi-fetch";
import type { CallState } from "../call-state.js";
import { type ClientState, states } from "../client-state.js";
import type { Client } from "../client-type.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { Exchange } from "../send/exchange.js";
import type { Sendable } from "../send/sendable.js";
import type { RawClient } from "./raw-client-type.js";
import { refuseOtherServer } from "./refuse-other-server.js";
import { createRawRequest, type RawRequest } from "./raw-request.js";
import { readableCopy } from "./readable-copy.js";
import { sendableOf, traceRequest } from "./traced-request.js";
import { withinCall } from "./within-call.js";

/**
 * Makes the openapi-fetch client of a client. Its requests have the same credentials, limits and retries as operations.
 * Once middleware is registered, operations go through it, too.
 *
 * @param client A client of `createClient`.
 * @throws ConfigurationError For anything else.
 */
export function rawClient<Paths extends {}>(client: Client<Paths>): RawClient<Paths> {
  const state = states.get(client);
  if (!state) throw new ConfigurationError("rawClient needs a client, as createClient gives it.");
  const raw = createFetchClient<Paths>({
    baseUrl: state.baseUrl,
    headers: state.headers,
    Request: traceRequest as unknown as typeof Request,
  });
  const request = raw.request as RawRequest;
  const use = raw.use.bind(raw);
  let watched = false;
  const parsed = createRawRequest(state, request);
  const methods = Object.keys(raw).filter((name) => name === name.toUpperCase());
  Object.assign(
    raw,
    {
      request: parsed,
      use(...middleware: Parameters<typeof use>) {
        use(...middleware);
        if (!watched) state.send = throughMiddleware(state, request);
        watched = true;
      },
    },
    ...methods.map((name) => ({ [name]: parsed.bind(undefined, name) })),
  );
  return raw as unknown as RawClient<Paths>;
}

/** Sends operations through openapi-fetch, whose middleware may look at requests and answers, and put others in their place. */
function throughMiddleware(client: ClientState, request: RawRequest): ClientState["send"] {
  const { send } = client;
  return (sendable, call) =>
    withinCall(call, call.options.signal, (signal) => through(sendable, call, signal));

  async function through(
    sendable: Sendable,
    call: CallState,
    signal: AbortSignal | undefined,
  ): Promise<Exchange> {
    const { operation, input, secrets } = call;
    const { url, headers, body, init } = sendable;
    const { reads } = operation.response ?? {};
    let sent: Exchange | undefined;
    let copy: Response | undefined;
    // What the call took away must not come back from the client's.
    const absent = [...Object.keys(client.headers), "content-type"].map((name) => [name, null]);
    const { error, response } = await request(operation.method, operation.path, {
      ...init,
      baseUrl: client.baseUrl,
      params: { path: input.path ?? {}, query: input.query },
      pathSerializer: () => url,
      querySerializer: () => "",
      headers: { ...Object.fromEntries(absent), ...headers },
      body,
      bodySerializer: (value: unknown) => value,
      // `fetch` asks for it where the body is a stream.
      duplex: "half",
      parseAs: "stream",
      fetch: async (request: Request) => {
        const final = await sendableOf(request);
        refuseOtherServer(client, final.url, url);
        signal?.throwIfAborted();
        sent = await send(final, call);
        const { ok } = sent.response;
        // There is no copy of a stream.
        copy = ok && reads ? sent.response : readableCopy(sent, secrets);
        return copy;
      },
    });
    if (!response.ok) {
      return { response, body: typeof error === "string" ? error : JSON.stringify(error) };
    }
    if (sent && response === copy) return sent;
    return { response, body: reads ? undefined : new Uint8Array(await response.arrayBuffer()) };
  }
}
