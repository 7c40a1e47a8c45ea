// `pnpm cache:serve`: a remote cache for turbo on this machine, until Ctrl-C.
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readAccess } from "./access.ts";
import { shellLines } from "./shell-lines.ts";
import { startServer } from "./start-server.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

const USAGE = `Usage: pnpm cache:serve [--store DIR] [--port PORT]

  --store DIR    where the files are kept; default: .turbo/remote-cache of the repository
  --port PORT    default: one that the system picks

TURBO_TOKEN, TURBO_TEAM and TURBO_REMOTE_CACHE_SIGNATURE_KEY are taken from the environment where they are set;
else the store keeps a token and a key of its own.`;

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode ||= 1;
});

async function main(): Promise<void> {
  const { store, port, help } = readOptions();
  if (help) return console.log(USAGE);
  const access = readAccess(store, process.env);
  const warn = (line: string) => console.error(line);
  // Beside the token and the key, which nobody may write but who serves.
  const files = join(store, "files");
  const server = await startServer({ files, token: access.TURBO_TOKEN, port, warn });
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    void server.stop();
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const shown = relative(process.cwd(), store) || ".";
  console.log(
    `A remote cache for turbo listens at ${server.url}, and keeps its files in ${shown}.\n`,
  );
  console.log(shellLines({ TURBO_API: server.url, ...access }).join("\n"));
  console.log(
    "\nThen every `turbo run` in that shell reads from it and writes to it. Ctrl-C ends it.",
  );
  const code = await server.ended;
  if (!isStopped) throw new Error(`The server has ended by itself, with ${code}.`);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        store: { type: "string", default: join(ROOT, ".turbo/remote-cache") },
        port: { type: "string", default: "0" },
        help: { type: "boolean", default: false },
      },
    });
    const port = Number(values.port || "none");
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new Error(`--port takes a number up to 65535, not "${values.port}".`);
    }
    return { ...values, store: resolve(values.store), port };
  } catch (error) {
    process.exitCode = 2;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason}\n\n${USAGE}`, { cause: error });
  }
}
