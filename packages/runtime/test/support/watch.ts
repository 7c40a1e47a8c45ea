import type { ServerResponse } from "node:http";
import {
  type Call,
  callOperation,
  type CallOptions,
  eventStream,
  type ItemStream,
  type OperationDefinition,
  type ServerSentEvent,
} from "../../src/client.js";
import type { Answer } from "./serve.js";
import { client, type ThingsOptions } from "./things.js";

/** An operation whose answer is events of JSON. */
export const watch = {
  id: "watchThings",
  method: "GET",
  idempotent: true,
  path: "/things/events",
  response: eventStream({ json: true }),
  accept: "text/event-stream",
} satisfies OperationDefinition;

/** What it gives. */
export type Events = ItemStream<ServerSentEvent<unknown>>;

export function watchThings(
  url: string,
  call?: CallOptions,
  options?: ThingsOptions,
  operation: OperationDefinition = watch,
): Call<Events> {
  return callOperation(client(url, options), operation, {}, call);
}

/** The headers of such an answer. */
export const type = { "content-type": "text/event-stream; charset=utf-8" };

/** Answers with events and leaves the stream open; `closed` tells when the connection is gone. */
export function open(...texts: string[]) {
  const state = { closed: false, response: undefined as ServerResponse | undefined };
  const answer: Answer = (response) => {
    response.on("close", () => (state.closed = true));
    state.response = response.writeHead(200, { ...type, "x-request-id": "r1" });
    for (const text of texts) response.write(text);
    response.flushHeaders();
  };
  return { state, answer };
}

/** What a loop gets, and what it ends with. */
export async function readAll(stream: AsyncIterable<unknown>) {
  const items: unknown[] = [];
  try {
    for await (const item of stream) items.push(item);
  } catch (error) {
    return { items, error: error as Error & Record<string, unknown> };
  }
  return { items };
}

/** The data of events. */
export const data = (events: unknown[]) =>
  events.map((event) => (event as ServerSentEvent<unknown>).data);
