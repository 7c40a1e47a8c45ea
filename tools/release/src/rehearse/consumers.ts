import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { makeConsumer, MANAGERS, type Consumer, type Manager } from "../consumer.ts";
import type { Published } from "../paths.ts";
import { note, plainEnvironment } from "../run.ts";
import { idOf } from "./release.ts";
import type { Stage } from "./stage.ts";

/** The package that consumers install. */
export const CLIENT = "@plaid-partner/customer-client";
const CREDENTIALS = { clientId: "rehearsal-client", secret: "rehearsal-secret" };

/** The published sandbox, installed from the registry and started by its command. */
export interface RunningSandbox {
  readonly url: string;
  stop(): Promise<void>;
}

/** What consumers are made with. */
export interface Market {
  readonly sandbox: RunningSandbox;
  /** Makes an empty project; `name` keeps it apart from others. */
  readonly project: (name: string, manager: Manager) => Promise<Consumer>;
}

/**
 * Installs the published sandbox as a consumer does, and starts it.
 *
 * @param tools Where the package managers are that the machine need not have.
 */
export async function openMarket(
  { base, registry, transcript }: Stage,
  tools: string,
): Promise<Market> {
  const [npm] = MANAGERS;
  const settings = { credentials: CREDENTIALS, tools };
  const project = (name: string, manager: Manager) =>
    makeConsumer(join(base, name), manager, registry, settings);
  transcript.step("Install in empty projects, and call");
  const host = await project("sandbox", npm);
  await host.add("@plaid-partner/sandbox");
  const sandbox = await startSandbox(host.folder);
  transcript.saw("`npm install @plaid-partner/sandbox`, started by its command");
  return { sandbox, project };
}

async function startSandbox(folder: string): Promise<RunningSandbox> {
  const file = join(folder, "node_modules/@plaid-partner/sandbox/dist/main.js");
  const env = {
    ...plainEnvironment(),
    PLAID_CLIENT_ID: CREDENTIALS.clientId,
    PLAID_SECRET: CREDENTIALS.secret,
  };
  const child: ChildProcess = spawn(process.execPath, [file], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  note(child);
  for await (const line of createInterface(child.stdout!)) {
    const url = / on (http:\S+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout!.resume();
    const stop = async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, "exit");
    };
    return { url, stop };
  }
  throw new Error("The published sandbox ended and said no address.");
}

/** Lets every package manager install the client, and each project call. */
export async function callFromEverywhere(
  { transcript }: Stage,
  { project, sandbox }: Market,
  packages: readonly Published[],
): Promise<void> {
  for (const manager of MANAGERS) {
    const consumer = await project("consumers", manager);
    await consumer.add(CLIENT);
    transcript.command([...manager.add, CLIENT].join(" "));
    await checkCall(consumer, sandbox, packages);
    transcript.saw(
      "Creates an end customer and reads it back; the server saw the released versions",
    );
  }
}

/** Lets a consumer call, and looks whether client and runtime are the ones that were released. */
export async function checkCall(
  consumer: Consumer,
  { url }: RunningSandbox,
  packages: readonly Published[],
): Promise<void> {
  const { sent, read, agent } = await consumer.call(url);
  assert.equal(read, sent);
  for (const name of ["customer-client", "runtime"]) {
    const released = packages.find((each) => each.name.endsWith(`/${name}`));
    assert.ok(released);
    assert.match(
      agent,
      new RegExp(`${name}/${released.version.replaceAll(".", "\\.")}(?![\\w.-])`),
    );
  }
}

/** The client among packages, as a transcript has it. */
export function clientOf(packages: readonly Published[]): string {
  const client = packages.find(({ name }) => name === CLIENT);
  assert.ok(client);
  return idOf(client);
}
