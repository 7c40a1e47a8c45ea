import { fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Leaks, Message, Sample } from "./sample.ts";
import { type StallingServer, stallingServer } from "./stalling-server.ts";

const CLIENT = fileURLToPath(new URL("aborting-client.ts", import.meta.url));

/** What is to be run. */
export interface LeakOptions {
  readonly calls: number;
  /** Calls between two samples. */
  readonly every: number;
  /** Let the process keep something of every call, to see that it is found. */
  readonly keep?: boolean;
  /** Milliseconds until a process that does not end is ended. */
  readonly limit: number;
}

/** Ends many calls before their time, in a process of their own, and looks what is left of them. */
export async function measureLeaks({ calls, every, keep, limit }: LeakOptions): Promise<Leaks> {
  const server = await stallingServer();
  const samples: Sample[] = [];
  let outcomes: Leaks["outcomes"] = {};
  let connections = Number.NaN;
  const parameters = [server.url, calls, every, ...(keep ? ["keep"] : [])].map(String);
  const child = fork(CLIENT, parameters, { execArgv: ["--expose-gc"] });
  const countAfterwards = async () => {
    connections = await afterwards(server);
    child.send("end");
  };
  child.on("message", (message: Message) => {
    if ("sample" in message) samples.push(message.sample);
    else {
      outcomes = message.outcomes;
      void countAfterwards();
    }
  });
  const timer = setTimeout(() => child.kill(), limit);
  const code = await new Promise<number | null>((resolve) => child.on("exit", resolve));
  clearTimeout(timer);
  const result = { samples, outcomes, connections, ended: code === 0 };
  server.close();
  return result;
}

/**
 * Connections that are left when they have had time to close. Node's `fetch` opens one in place of each that an abort
 * has closed, and closes it when it has not been used for four seconds.
 */
async function afterwards({ connections }: StallingServer): Promise<number> {
  for (let turn = 0; turn < 100 && (await connections()) > 0; turn++) await sleep(100);
  return connections();
}
