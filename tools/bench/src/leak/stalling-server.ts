import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that never finishes, and can be asked how many connections it has. */
export interface StallingServer {
  readonly url: string;
  readonly connections: () => Promise<number>;
  readonly close: () => void;
}

/** Starts a server that sends no answer, half an answer, an endless stream, or that it has no time, by the path. */
export async function stallingServer(): Promise<StallingServer> {
  const server = createServer((request, response) => {
    request.resume();
    response.shouldKeepAlive = false;
    switch (request.url) {
      case "/busy":
        response.writeHead(503, { "retry-after": "100" }).end();
        break;
      case "/half":
        response.writeHead(200, { "content-type": "application/json" }).write('{"text":"');
        break;
      case "/stream":
        response.writeHead(200, { "content-type": "text/event-stream" }).write("data: 1\n\n");
        break;
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
