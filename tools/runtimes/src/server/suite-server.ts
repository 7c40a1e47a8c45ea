import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Report } from "../suite/run-suite.ts";
import { checksByName } from "../suite/groups.ts";
import { CheckRoom } from "./check-room.ts";
import { pairsOf, type Recorded } from "./record.ts";
import { sendAnswer } from "./send-answer.ts";

/** Lets pages of other origins send and read everything. */
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, PUT, DELETE",
  "access-control-expose-headers": "*",
  "access-control-max-age": "600",
  "cache-control": "no-store",
};

/** The server that all runtimes call. */
export interface SuiteServer {
  readonly origin: string;
  /** What a runtime told when it was done. */
  reportOf(runtime: string): Promise<Report>;
  /** The requests of a check on a runtime. */
  requestsOf(runtime: string, check: string): readonly Recorded[];
  close(): Promise<void>;
}

/** Starts it on this machine, on a port that is free. */
export async function startSuiteServer(): Promise<SuiteServer> {
  const rooms = new Map<string, CheckRoom>();
  const reports = new Map<string, Expected<Report>>();
  const reportOf = (runtime: string) => getOrMake(reports, runtime, () => new Expected<Report>());
  const connections = new Map<string, Set<Socket>>();
  const connectionsOf = (runtime: string) => getOrMake(connections, runtime, () => new Set());
  const roomOf = (runtime: string, check: string) =>
    getOrMake(rooms, `${runtime}/${check}`, () => new CheckRoom());

  const control = async (
    verb: string,
    runtime: string,
    check: string,
    { body, socket }: { readonly body: Buffer; readonly socket: Socket },
  ) => {
    const room = roomOf(runtime, check);
    if (verb === "fresh") {
      for (const each of connectionsOf(runtime)) if (each !== socket) each.destroy();
    }
    if (verb === "report") reportOf(runtime).resolve(JSON.parse(body.toString()) as Report);
    if (verb === "go") room.open();
    if (verb === "closed") return room.closed();
    const [, count] = /^received-(\d+)$/.exec(verb) ?? [];
    return count === undefined || room.received(Number(count));
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(corsFor(request))) response.setHeader(name, value);
    const [, kind, first = "", second = "", third = "", rest = ""] =
      /^\/(\w+)\/([\w-]+)\/([^/]*)(?:\/([^/]*))?(.*)$/s.exec(request.url ?? "") ?? [];
    if (request.method === "OPTIONS") {
      // What follows a preflight makes a connection of its own, as it does where there is none.
      response.writeHead(204, { connection: "close" }).end();
      return;
    }
    const body = await bodyOf(request);
    const { socket } = request;
    if (kind === "control") {
      // Never one that checks use.
      response.setHeader("connection", "close");
      response.end(
        String(await control(first, second, decodeURIComponent(third), { body, socket })),
      );
      return;
    }
    const name = decodeURIComponent(second);
    const room = roomOf(first, name);
    keep(connectionsOf(first), socket);
    const reaction = checksByName.get(name)?.answers[room.requests.length];
    room.add(
      {
        method: request.method ?? "",
        target: third === "" && rest === "" ? "/" : `/${third}${rest}`,
        headers: pairsOf(request.rawHeaders),
        body: body.toString("latin1"),
      },
      response,
    );
    if (reaction === undefined) response.writeHead(599).end();
    else if (reaction === "reset") socket.resetAndDestroy();
    else if (reaction !== "stall") await sendAnswer(response, reaction, room);
  };

  const server = createServer((request, response) => {
    // A request that breaks off has nobody to answer.
    handle(request, response).catch(() => response.destroy());
  });
  const origin = await listen(server);
  return {
    origin,
    reportOf: (runtime) => reportOf(runtime).promise,
    requestsOf: (runtime, check) => roomOf(runtime, check).requests,
    close: () => closeServer(server),
  };
}

/** Serves one page with one script, on an origin of its own. */
export async function startPageServer(
  script: string,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(({ url }, response) => {
    const [type, body] =
      url === "/suite.js"
        ? ["text/javascript", script]
        : ["text/html", '<!doctype html><script type="module" src="/suite.js"></script>'];
    response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(body);
  });
  return { url: await listen(server), close: () => closeServer(server) };
}

/** An origin of this machine where nobody listens: its port was free a moment ago. */
export async function findNobody(): Promise<string> {
  const server = createServer();
  const origin = await listen(server);
  await closeServer(server);
  return origin;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function corsFor({ headers }: IncomingMessage): Record<string, string> {
  const asked = headers["access-control-request-headers"];
  return { ...CORS, ...(asked !== undefined && { "access-control-allow-headers": asked }) };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function keep(sockets: Set<Socket>, socket: Socket): void {
  if (sockets.has(socket)) return;
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket));
}

/** Something that comes later. */
class Expected<Value> {
  resolve: (value: Value) => void = () => {};
  readonly promise = new Promise<Value>((resolve) => {
    this.resolve = resolve;
  });
}

function getOrMake<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
