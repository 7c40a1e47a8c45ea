/// <reference lib="esnext.disposable" preserve="true" />
import { getRequestListener } from "@hono/node-server";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { createApp } from "./app.js";
import type { SandboxCredentials } from "./check-credentials.js";
import { customerOperations } from "./customer-operations.js";
import { CustomerStore } from "./customer-store.js";
import { loadDocument } from "./document.js";
import { errorCode } from "./error-code.js";
import { openDatabase } from "./open-database.js";
import { SandboxError } from "./sandbox-error.js";

/** The pair a sandbox accepts unless it is given another; public, and worth nothing anywhere else. */
export const SANDBOX_CREDENTIALS: SandboxCredentials = {
  clientId: "5a4db0c5fa4e00000000cafe",
  secret: "not-a-real-plaid-secret",
};

/** Options of `startSandbox()`; each may be left out. */
export interface SandboxOptions {
  /** TCP port on 127.0.0.1, 1 to 65535; 0 (the default) lets the system pick a free one. */
  readonly port?: number;
  /** A file that keeps end customers across restarts, or `":memory:"` (the default). */
  readonly database?: string;
  /** The one pair that is accepted. Default: `SANDBOX_CREDENTIALS`. */
  readonly credentials?: SandboxCredentials;
  /** The clock that stamps rows in the database. Default: the system's. */
  readonly now?: () => Date;
}

/** A running sandbox. */
export interface Sandbox {
  /** Where it listens, such as `"http://127.0.0.1:41234"`: a client's `baseUrl`. */
  readonly url: string;
  /** The TCP port, the one the system picked if none was asked for. */
  readonly port: number;
  /** The pair it accepts. */
  readonly credentials: SandboxCredentials;
  /** Ends every connection, then closes the database. Safe to call more than once. */
  readonly close: () => Promise<void>;
  /** The same as `close()`, for `await using`. */
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/**
 * Starts a local server that answers as Plaid's partner API does: shapes from the same OpenAPI
 * document that the clients are made from, behaviour after Plaid's public description of the beta
 * partner endpoints. It listens on 127.0.0.1 only.
 *
 * @throws SandboxError when the port or the database cannot be used, or Node.js is older than 22.13.
 * @throws RangeError when `port` is no port number.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    port = 0,
    database = ":memory:",
    credentials = SANDBOX_CREDENTIALS,
    now = () => new Date(),
  } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError("port must be a whole number from 0 to 65535");
  }
  const store = new CustomerStore(openDatabase(database), now);
  let server: Server;
  let listening: number;
  try {
    const handlers = customerOperations(store, credentials.clientId);
    const app = createApp({ document: loadDocument(), handlers, credentials });
    // The user's process keeps its own Request and Response.
    server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
    listening = await listen(server, port);
  } catch (error) {
    store.close();
    throw error;
  }
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= stop(server).finally(() => store.close()));
  return {
    url: `http://127.0.0.1:${listening}`,
    port: listening,
    credentials,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Resolves to the port, the one that the system picked for 0. */
async function listen(server: Server, port: number): Promise<number> {
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return portOf(server);
  } catch (error) {
    server.close();
    const code = errorCode(error);
    if (code === "EADDRINUSE") throw portRefused(port, "is in use already", error);
    if (code === "EACCES") throw portRefused(port, "may not be used by this user", error);
    throw error;
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address !== null && typeof address === "object") return address.port;
  throw new Error("the server listens on no port");
}

function portRefused(port: number, problem: string, cause: unknown): SandboxError {
  return new SandboxError("PORT_REFUSED", `port ${port} ${problem}`, { cause });
}

/** Ends open connections too: a client's keep-alive would hold the server for seconds. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
