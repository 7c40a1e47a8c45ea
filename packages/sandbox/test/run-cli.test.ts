import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { startSandbox } from "../src/start-sandbox.ts";
import { ENVIRONMENT, exitCode, MAIN, run } from "./support/run-program.ts";

describe.runIf(process.platform === "linux")("where nothing more can be written", () => {
  test("--help ends quietly", () => {
    const { code, stderr } = run(["--help"], { stdio: ["ignore", full(), "pipe"] });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("wrong options are exit code 2 all the same", () => {
    const { code } = run(["--prot"], { stdio: ["ignore", "pipe", full()] });
    expect(code).toBe(2);
  });

  test("it serves until SIGTERM, then exits with 0", async () => {
    const port = await freePort();
    const args = [MAIN, "--port", String(port)];
    const child = spawn(process.execPath, args, {
      env: ENVIRONMENT,
      stdio: ["ignore", full(), "pipe"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    const errors: string[] = [];
    child.stderr?.setEncoding("utf8").on("data", (text: string) => errors.push(text));
    const exited = exitCode(child);
    await vi.waitFor(
      async () => expect((await fetch(`http://127.0.0.1:${port}`)).status).toBe(200),
      { timeout: 120_000 },
    );
    child.kill("SIGTERM");
    expect(await exited).toBe(0);
    expect(errors.join("")).toBe("");
  });
});

/** A file that is open for writing and always full. */
function full(): number {
  const descriptor = openSync("/dev/full", "w");
  onTestFinished(() => closeSync(descriptor));
  return descriptor;
}

async function freePort(): Promise<number> {
  const { port, close } = await startSandbox();
  await close();
  return port;
}
