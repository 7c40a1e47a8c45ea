import { expect, test } from "vitest";
import { runMeasured, type Taken } from "../src/run-measured.ts";

const run = (code: string, limit = 30) => runMeasured({ args: ["-e", code] }, process.cwd(), limit);

test("tells what a process took", async () => {
  const taken = await run("Buffer.alloc(200 * 2 ** 20, 1)");
  expect(taken).toEqual({
    seconds: expect.any(Number),
    cpuSeconds: expect.any(Number),
    megabytes: expect.any(Number),
  });
  expect((taken as Taken).megabytes).toBeGreaterThan(200);
});

test("counts what a process starts in turn", async () => {
  const taken = await run(
    'require("node:child_process").execFileSync(process.execPath, ["-e", "Buffer.alloc(200 * 2 ** 20, 1)"])',
  );
  expect((taken as Taken).megabytes).toBeGreaterThan(200);
});

test("tells the end of what a failing one said", async () => {
  expect(await run('console.error("no such thing"); process.exit(3)')).toBe(
    "failed: no such thing",
  );
});

test("ends one that never does", async () => {
  expect(await run("setInterval(() => {}, 1000)", 1)).toBe("over 1 s");
});
