import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request as it came over the wire; the body as Latin-1, a character for each byte. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** What a server answers; without a body 204. */
export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
}

/** Starts a server on this machine that keeps what it was asked, and is closed when the test ends. */
export async function serve(
  answer: (seen: Seen) => Answer = () => ({}),
): Promise<{ readonly url: string; readonly seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks).toString("latin1") };
      seen.push(one);
      const { body, status = body === undefined ? 204 : 200, type } = answer(one);
      response.writeHead(status, type === undefined ? {} : { "content-type": type });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}
