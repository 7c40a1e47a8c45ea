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
  readonly headers?: Readonly<Record<string, string>>;
  /** Several pieces are sent one after the other. */
  readonly body?: string | Uint8Array | readonly string[];
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
      const { body, status = body === undefined ? 204 : 200, type, headers: more } = answer(one);
      response.writeHead(status, {
        ...more,
        ...(type === undefined ? {} : { "content-type": type }),
      });
      if (!Array.isArray(body)) response.end(body);
      else
        void sendPieces(body as string[], (piece) => response.write(piece)).then(() =>
          response.end(),
        );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

/** Pieces that are written at once would arrive as one. */
async function sendPieces(
  pieces: readonly string[],
  write: (piece: string) => void,
): Promise<void> {
  for (const piece of pieces) {
    write(piece);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
