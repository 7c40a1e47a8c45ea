import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request as the server saw it. */
export interface Seen {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Answers a request, or leaves it without an answer. `number` is 1 for the first. */
export type Answer = (response: ServerResponse, seen: Seen, number: number) => void;

/** A server that misbehaves as its test wants, and what it was asked. */
export interface FaultServer {
  readonly url: string;
  readonly seen: readonly Seen[];
}

/** Starts a server on this machine that is closed when the test ends. */
export async function serve(answer: Answer): Promise<FaultServer> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { url: path = "", headers } = request;
      const one = { path, headers, body: Buffer.concat(chunks).toString() };
      seen.push(one);
      answer(response, one, seen.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

/** The address of a server that has just been closed: nobody listens there. */
export async function nobody(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return `http://127.0.0.1:${port}`;
}

/** Answers with JSON. */
export function json(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** What a gateway in front of the API answers. */
export function html(response: ServerResponse, status: number, text = "Bad gateway"): void {
  response.writeHead(status, { "content-type": "text/html" });
  response.end(`<!doctype html><title>${status}</title><h1>${text}</h1>`);
}

/** A success of update and get. */
export const updated = { end_customer: { client_id: "c1" }, request_id: "r1" };
