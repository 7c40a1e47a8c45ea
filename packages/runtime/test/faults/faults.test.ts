import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import type { CallOptions } from "../../src/index.js";
import { print } from "../support/print.js";
import { canary } from "../support/things.js";
import { expectOutcome } from "./expect-outcome.js";
import { type Fault, longestDelay, type Outcomes } from "./fault.js";
import { leftOver, sockets, timers, until } from "./left-over.js";
import { runFault, type Ran } from "./run-fault.js";
import { faults } from "./table/faults.js";

const escaped: unknown[] = [];
const escape = (reason: unknown) => void escaped.push(reason);

beforeAll(() => {
  // A date without a zone is not that of this machine.
  vi.stubEnv("TZ", "America/New_York");
  vi.stubEnv("THINGS_LOG", "debug");
  process.on("unhandledRejection", escape).on("uncaughtException", escape);
});
afterAll(() => {
  vi.unstubAllEnvs();
  process.off("unhandledRejection", escape).off("uncaughtException", escape);
});

/** Runs a fault, and looks at what is left: nothing escapes, nothing stays open, nothing is told. */
async function meet(fault: Fault, kind: keyof Outcomes, options: CallOptions): Promise<Ran> {
  const target = await fault.start();
  const nothingLeft = leftOver(sockets);
  let closed = false;
  const close = async () => {
    if (!closed) await target.close();
    closed = true;
  };
  onTestFinished(close);
  const ran = await runFault(fault, target, kind, options);
  const warmUps = fault.warm ? 1 : 0;
  expect(target.requests() - warmUps).toBeLessThanOrEqual(ran.attempts);
  expect(target.strays?.() ?? 0).toBe(0);
  // One that stays open is the other side's to close, and who does not read sees no end.
  const open = fault.warm || fault.blind ? () => 0 : target.connections;
  await until(() => !open());
  expect(open()).toBe(0);
  await close();
  await nothingLeft();
  expect(escaped).toEqual([]);
  for (const value of ran.shown) expect(print(value).includes(canary)).toBe(false);
  return ran;
}

describe.each(Object.entries(faults))("%s", (_, group) => {
  let noTimersLeft = () => Promise.resolve();
  beforeAll(() => void (noTimersLeft = leftOver(timers)));

  const shown = group.filter(({ skip }) => !skip);
  describe.each(shown.map((fault) => [fault.name, fault] as const))("%s", (_, fault) => {
    describe.each(["idempotent", "other"] as const)("%s", (kind) => {
      const outcome = fault[kind];

      test("without retries", async () => {
        const ran = await meet(fault, kind, { retries: 0 });
        expect(ran.attempts).toBe(1);
        expectOutcome(ran, outcome, fault, outcome.error === undefined);
      });

      test("with two", async () => {
        const ran = await meet(fault, kind, { retries: 2 });
        expect(ran.attempts).toBe(outcome.attempts);
        expect(ran.delays).toHaveLength(outcome.attempts - 1);
        const { delay } = fault;
        expect(
          ran.delays.filter((each) => each !== (delay ?? each) || each > longestDelay),
        ).toEqual([]);
        expectOutcome(ran, outcome, fault, outcome.error === undefined || outcome.recovers);
      });

      if (!fault.timeout) return;
      test("within the deadline alone", async () => {
        const ran = await meet(fault, kind, { timeout: Infinity, deadline: 100 });
        expect(ran.attempts).toBe(1);
        expectOutcome(ran, outcome, fault, false);
        expect(outcome.cause ? ran.error!.cause : ran.error).toMatchObject({ scope: "call" });
      });
    });
  });

  test("no timer is left", async () => {
    await noTimersLeft();
    expect.assertions(1);
  });
});
