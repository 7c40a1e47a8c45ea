import { deepStrictEqual } from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { ANSWER } from "./answer.ts";
import { CONTENDERS, type Call, type Surroundings } from "./contenders.ts";
import { ORDERS, shuffled, type CallRounds, type Slot } from "./rounds.ts";

/** What the process is started with, as JSON. */
export interface Task {
  readonly server: string;
  readonly loader: string;
  readonly client: string;
  readonly hey: string;
  readonly warmUp: number;
  readonly rounds: number;
}

type Order = (typeof ORDERS)[keyof typeof ORDERS];

// All contenders in one process: each process is compiled and laid out in memory with luck of its own, which
// weighs more than what is measured.
const task = JSON.parse(process.argv[2] ?? "") as Task;
process.send?.(await callInRounds(task));
process.disconnect();

async function callInRounds({ warmUp, rounds, ...files }: Task): Promise<CallRounds> {
  const calls = await connect(files);
  const emptyRounds = () => Object.fromEntries(calls.map(([name]) => [name, [] as Slot[]]));
  const slots = { sequential: emptyRounds(), concurrent: emptyRounds() };
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const kind of ["sequential", "concurrent"] as const) {
      for (const [name, call] of shuffled(calls)) {
        const slot = await takeSlot(ORDERS[kind], call);
        if (round >= 0) slots[kind][name]?.push(slot);
      }
    }
  }
  return slots;
}

async function connect(files: Pick<Task, "server" | "loader" | "client" | "hey">) {
  const importFile = (file: string) => import(pathToFileURL(file).href) as Promise<unknown>;
  const { load } = (await importFile(files.loader)) as Pick<Surroundings, "load">;
  const surroundings: Surroundings = {
    server: files.server,
    load,
    client: () => importFile(files.client),
    hey: () => importFile(files.hey),
  };
  const calls: [name: string, call: Call][] = [];
  for (const [name, contender] of Object.entries(CONTENDERS)) {
    const call = await contender(surroundings);
    deepStrictEqual(await call(), ANSWER);
    calls.push([name, call]);
  }
  return calls;
}

async function takeSlot({ calls, lanes }: Order, call: Call): Promise<Slot> {
  // Takes away the short-lived things that other turns have left (to collect everything would also undo what was
  // optimised), and wakes what they have let sleep; not counted.
  globalThis.gc?.({ type: "minor" });
  await callInLanes(Math.max(lanes, 8), lanes, call);
  const before = process.cpuUsage();
  const start = performance.now();
  await callInLanes(calls, lanes, call);
  const elapsed = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { rate: (calls / elapsed) * 1000, cpu: (user + system) / calls };
}

async function callInLanes(calls: number, lanes: number, call: Call): Promise<void> {
  let left = calls;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
