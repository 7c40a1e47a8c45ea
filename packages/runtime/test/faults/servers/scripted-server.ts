import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { Certificate } from "../../support/certificate.js";

/** One request, as the server got it. */
interface Asked {
  /** Writes and breaks as it likes: what goes over the wire is wholly the script's. */
  readonly socket: Socket;
  /** The request line and headers, credentials among them. */
  readonly head: string;
  /** 1 for the first on this connection. */
  readonly turn: number;
}

/** What a server does with a request. */
export type Script = (asked: Asked) => void;

/** Something that a client can be pointed at. */
export interface Target {
  readonly url: string;
  /** How many requests came, where the script waits for them. */
  readonly requests: () => number;
  /** How many connections are open, on the server's side. */
  readonly connections: () => number;
  /** How many requests came to where no credential is to arrive. */
  readonly strays?: () => number;
  readonly close: () => Promise<void>;
}

export interface ServerOptions {
  /** Speaks TLS. */
  readonly certificate?: Certificate;
  /** When the script runs: when the whole request is there, its head, or nothing but the connection. */
  readonly when?: "request" | "head" | "connection";
  /** The scheme of the URL, where it is not what the server speaks. */
  readonly scheme?: "http" | "https";
}

/** Starts a server that does what a script says, below HTTP. */
export async function scriptedServer(
  script: Script,
  { certificate, when = "request", scheme = certificate ? "https" : "http" }: ServerOptions = {},
): Promise<Target> {
  const sockets = new Set<Socket>();
  let requests = 0;
  const accept = (socket: Socket) => {
    // Clients break connections here; that is no fault of the server.
    socket.on("error", () => {});
    if (when === "connection") {
      script({ socket, head: "", turn: 1 });
      return;
    }
    let received = "";
    let turn = 0;
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      const size = sizeOf(received, when === "head");
      if (size === undefined) return;
      const head = received.slice(0, size);
      received = received.slice(size);
      requests++;
      script({ socket, head, turn: ++turn });
    });
  };
  const server: Server = certificate
    ? createTlsServer(certificate, accept).on("tlsClientError", () => {})
    : createServer({ noDelay: true }, accept);
  server.on("connection", (socket: Socket) => {
    socket.on("error", () => {});
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    requests: () => requests,
    connections: () => sockets.size,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** How long the request at the front is, undefined while it is not complete. */
function sizeOf(received: string, headAlone: boolean): number | undefined {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const length = Number(/^content-length: (\d+)/im.exec(received)?.[1] ?? 0);
  const whole = end + 4 + length;
  if (headAlone) return received.length;
  return received.length < whole ? undefined : whole;
}
