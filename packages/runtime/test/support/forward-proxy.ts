import {
  createServer,
  type IncomingMessage,
  request as send,
  type ServerResponse,
} from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { pipeline } from "node:stream";
import { onTestFinished } from "vitest";

/** A proxy on this machine, and what it was asked for: `CONNECT 127.0.0.1:80`, `GET http://127.0.0.1/`. */
export interface ForwardProxy {
  readonly url: string;
  readonly seen: string[];
}

/**
 * Starts a forward proxy that is closed when the test ends: it makes tunnels (RFC 9110, 9.3.6), and forwards requests whose target
 * is a whole URL (RFC 9112, 3.2.2).
 *
 * @param login `user:password` that it asks for.
 */
export async function forwardProxy(login?: string): Promise<ForwardProxy> {
  const seen: string[] = [];
  const sockets = new Set<Socket>();
  const refused = ({ headers }: IncomingMessage) =>
    login !== undefined &&
    headers["proxy-authorization"] !== `Basic ${Buffer.from(login).toString("base64")}`;

  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    if (refused(request)) response.writeHead(407).end();
    else forward(request, response);
  });
  server.on("connect", (request: IncomingMessage, socket: Socket) => {
    seen.push(`CONNECT ${request.url}`);
    sockets.add(socket);
    if (refused(request)) socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    else tunnel(request, socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://${login ? `${login}@` : ""}127.0.0.1:${port}`, seen };
}

function forward(request: IncomingMessage, response: ServerResponse): void {
  const { method, url = "", headers } = request;
  const { "proxy-authorization": _, "proxy-connection": __, ...own } = headers;
  const onward = send(url, { method, headers: own }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => response.writeHead(502).end());
  request.pipe(onward);
}

function tunnel({ url }: IncomingMessage, near: Socket): void {
  const { hostname, port } = new URL(`http://${url}`);
  const far = connect(Number(port || 80), hostname, () => {
    near.write("HTTP/1.1 200 Connection established\r\n\r\n");
    // Whichever ends first ends the other.
    pipeline(near, far, near, () => {});
  });
  far.on("error", () => near.destroy());
}
