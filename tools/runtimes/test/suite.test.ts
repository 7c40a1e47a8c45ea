import { describe, expect, test } from "vitest";
import { cacheFolder } from "../src/install.ts";
import { runAll } from "../src/run-all.ts";
import { RUNTIMES } from "../src/runtimes.ts";
import { groups } from "../src/suite/groups.ts";

/** Milliseconds: what takes longer to install is for `pnpm test:runtimes`. */
const limit = 60_000;

const session = await runAll(
  RUNTIMES.filter(({ quick }) => quick),
  { cache: cacheFolder(process.env), limit, env: process.env },
  2,
);
const { attempts } = session;

const rows = attempts.map((attempt) => [attempt.runtime.name, attempt] as const);
const checks = groups.flatMap(({ name, checks: own }) =>
  own.map((check) => [`${name}: ${check.name}`, check] as const),
);

test.each(rows)("%s runs the suite, or is not there", (_, attempt) => {
  expect(Reflect.get(attempt, "failed")).toBeUndefined();
});

describe.each(attempts.flatMap((each) => ("run" in each ? [each.run] : [])))(
  "$runtime.name $version",
  (run) => {
    test.each(checks)("%s", (_, check) => {
      expect(session.problems(check, run)).toEqual([]);
    });

    test("no rejection is left unhandled", () => {
      expect(run.report.unhandled).toEqual([]);
    });
  },
);

const absent = attempts.flatMap((each) => ("absent" in each ? [each] : []));
for (const { runtime, absent: reason } of absent) console.warn(`No ${runtime.name}: ${reason}`);

// Shown, and counted as skipped.
describe.each(absent)("$runtime.name", ({ absent: reason }) => {
  test.for(checks)("%s", (_, { skip }) => {
    skip(reason);
    expect.unreachable();
  });
});
