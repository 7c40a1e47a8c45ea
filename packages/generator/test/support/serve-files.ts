import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What a server was asked. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
}

/** Answers by path: a text, or what to do with the response. */
export type Answers = Readonly<Record<string, string | ((response: ServerResponse) => void)>>;

/** A server on a free port of this machine that ends with the running test. */
export async function serveFiles(answers: Answers): Promise<{ origin: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push({ path, headers: request.headers });
    const answer = answers[path];
    if (typeof answer === "function") answer(response);
    else if (answer === undefined) response.writeHead(404).end("Nothing.");
    else response.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** Sends on to another address. */
export function redirect(location: string): (response: ServerResponse) => void {
  return (response) => response.writeHead(302, { location }).end();
}
