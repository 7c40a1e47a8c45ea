import { fork, type ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { note, plainEnvironment } from "../run.ts";
import { registryConfig } from "./config.ts";
import type { Uplink } from "./uplink.ts";

/** What a registry says of a package. */
interface Packument {
  readonly "dist-tags": Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, { readonly dist: { readonly tarball: string } }>>;
}

/** A real registry on this machine, on a port that the system picked. */
export interface Registry {
  readonly url: string;
  /** An `.npmrc` that makes npm and pnpm use it, with the right to publish. */
  readonly npmrc: string;
  /** Every package document that was put and taken, in order: `@plaid-partner/runtime`. */
  readonly accepted: readonly string[];
  packument(name: string): Promise<Packument | undefined>;
  /** Resolves once so many packages were taken, all in all. */
  hasAccepted(count: number): Promise<void>;
  /** Ends the process with no time to tidy up. */
  kill(): Promise<void>;
  /** Starts it again, at the same address and with what it has stored. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** How long a registry may take to answer, in milliseconds: it loads hundreds of modules, on a busy machine slowly. */
const PATIENCE = 120_000;
const SERVE = fileURLToPath(new URL("serve.ts", import.meta.url));

/**
 * Starts verdaccio and waits until it answers.
 *
 * @param folder Where it keeps what is published; made if it is not there.
 * @param uplink Where it gets other packages from; without one it has what is published and nothing else.
 * @throws Error When it ends or does not answer, with what it said.
 */
export async function startRegistry(folder: string, uplink?: Uplink): Promise<Registry> {
  await mkdir(folder, { recursive: true });
  const config = registryConfig(folder, uplink);
  const accepted: string[] = [];
  const told = new EventEmitter();
  const env = plainEnvironment();
  if (uplink?.cafile) env["NODE_EXTRA_CA_CERTS"] ??= uplink.cafile;

  let child: ChildProcess;
  let url = "";
  const start = async () => {
    const said: string[] = [];
    child = fork(SERVE, [], { env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
    note(child);
    // By no file and no argument: how the registry of the user is reached may hold a credential.
    child.send({ config, port: url === "" ? 0 : Number(new URL(url).port) });
    createInterface(child.stdout!).on("line", (line) => {
      const name = acceptedPackage(line);
      if (name === undefined) return;
      accepted.push(name);
      told.emit("accepted");
    });
    createInterface(child.stderr!).on("line", (line) => said.push(line));
    const limit = AbortSignal.timeout(PATIENCE);
    const [port] = (await Promise.race([
      once(child, "message", { signal: limit }),
      once(child, "exit", { signal: limit }).then(() => {
        throw new Error(`The registry ended before it listened:\n${said.join("\n")}`);
      }),
    ]).catch((error: unknown) => {
      child.kill("SIGKILL");
      if (!limit.aborted) throw error;
      throw new Error(`The registry did not listen in ${PATIENCE / 1000} s:\n${said.join("\n")}`);
    })) as [number];
    url = `http://127.0.0.1:${port}/`;
    await fetch(new URL("-/ping", url), { signal: limit });
  };
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  };

  await start();
  const npmrc = join(folder, "npmrc");
  const token = await signUp(url);
  const auth = `${url.slice("http:".length)}:_authToken=${token}`;
  await writeFile(npmrc, `registry=${url}\n${auth}\ncache=${join(folder, "npm-cache")}\n`);
  return {
    url,
    npmrc,
    accepted,
    packument: (name) => packument(url, name),
    async hasAccepted(count) {
      while (accepted.length < count) await once(told, "accepted");
    },
    kill: () => end("SIGKILL"),
    restart: start,
    stop: () => end("SIGTERM"),
  };
}

/** The package that a line of the log says was put and taken. */
function acceptedPackage(line: string): string | undefined {
  if (!line.startsWith("{")) return undefined;
  const { request, status } = JSON.parse(line) as {
    request?: { method?: string; url?: string };
    status?: number;
  };
  if (request?.method !== "PUT" || status !== 201) return undefined;
  const path = decodeURIComponent(request.url ?? "").slice(1);
  return path.startsWith("-/") ? undefined : path;
}

async function signUp(url: string): Promise<string> {
  const user = { name: "rehearsal", password: "not a secret of anybody" };
  const response = await fetch(new URL("-/user/org.couchdb.user:rehearsal", url), {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(user),
  });
  const { token } = (await response.json()) as { token?: string };
  if (token === undefined) throw new Error(`The registry let nobody sign up: ${response.status}`);
  return token;
}

async function packument(url: string, name: string): Promise<Packument | undefined> {
  const response = await fetch(new URL(name.replace("/", "%2f"), url));
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`The registry answered ${response.status} to ${name}`);
  return (await response.json()) as Packument;
}
