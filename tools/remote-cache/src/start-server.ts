import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The command, which is what is documented, stands beside the package's entry. */
const COMMAND = fileURLToPath(new URL("cli.js", import.meta.resolve("turborepo-remote-cache")));

const END_WITH_STARTER = new URL("end-with-starter.ts", import.meta.url).href;

/** What a server is started with. */
export interface ServerOptions {
  /** The folder of the cached files, as an absolute path. Who has the token can overwrite everything in it. */
  readonly files: string;
  readonly token: string;
  /** 0 lets the system pick one. */
  readonly port: number;
  /** Hears what the server warns of. */
  readonly warn: (line: string) => void;
}

/** A server that runs. */
export interface Server {
  /** Its address, without a slash at the end. */
  readonly url: string;
  /** Settles with its exit code once it has ended, of itself or stopped. */
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<unknown>;
}

/**
 * Starts `turborepo-remote-cache` on loopback, in a process of its own, with files as its storage.
 *
 * @throws {Error} with the server's own words if it does not come to listen.
 * @see https://github.com/ducktors/turborepo-remote-cache
 */
export async function startServer({ files, token, port, warn }: ServerOptions): Promise<Server> {
  const child = spawn(process.execPath, ["--import", END_WITH_STARTER, COMMAND], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    // Nothing of the environment: its variables have common names, such as READ_ONLY.
    env: {
      ...(process.env["SystemRoot"] === undefined ? {} : { SystemRoot: process.env["SystemRoot"] }),
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      AUTH_MODE: "static",
      TURBO_TOKEN: token,
      STORAGE_PROVIDER: "local",
      STORAGE_PATH: files,
      STORAGE_PATH_USE_TMP_FOLDER: "false",
      // Without it no signature is kept. turbo checks them: a server that does not know the key can't forge any.
      TURBO_REMOTE_CACHE_SIGNATURE_KEY: "known to turbo alone",
    },
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const stop = () => {
    child.kill();
    return ended;
  };
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    let last = "It has not said why.";
    void ended.then((code) => reject(new Error(`The server did not start (${code}): ${last}`)));
    createInterface(child.stdout!).on("line", (line) => {
      const { level, message } = readLog(line);
      const [, url] = /^Server listening at (http:\/\/127\.0\.0\.1:\d+)/.exec(message) ?? [];
      if (url !== undefined) resolve({ url, ended, stop });
      else if (level >= WARNING) {
        last = message;
        warn(message);
      }
    });
  });
}

/** The number that pino gives to warnings; errors have more. */
const WARNING = 40;

/** A line as pino writes it. */
function readLog(line: string): { readonly level: number; readonly message: string } {
  try {
    const { level, message, err } = JSON.parse(line) as {
      level?: number;
      message?: string;
      err?: { message?: string };
    };
    return { level: level ?? 0, message: message ?? err?.message ?? line };
  } catch {
    return { level: 0, message: line };
  }
}
