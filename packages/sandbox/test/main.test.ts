import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../src/open-database.ts";
import { SANDBOX_CREDENTIALS, startSandbox } from "../src/start-sandbox.ts";
import { post } from "./support/answers.ts";
import { ENVIRONMENT, exitCode, MAIN, run } from "./support/run-program.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const PACKAGE = new URL("../package.json", import.meta.url);

/** Starts the program and waits for the whole of what it prints at the start. */
async function running(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...ENVIRONMENT, ...environment },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  const errors: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (line.includes("Ctrl-C")) break;
  }
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(lines[0] ?? "")?.[0] ?? "";
  return { child, url, text: lines.join("\n"), errors };
}

test.each(["SIGTERM", "SIGINT"] as const)("serves until %s, then exits with 0", async (signal) => {
  const { child, url, text, errors } = await running(["--port", "0"]);
  expect(text).toContain(`export PLAID_CLIENT_ID=${SANDBOX_CREDENTIALS.clientId}`);
  expect(text).toContain(`export PLAID_SECRET=${SANDBOX_CREDENTIALS.secret}`);
  // Leaves a keep-alive connection behind, which must not delay the end.
  expect((await fetch(url)).status).toBe(200);
  child.kill(signal);
  expect(await exitCode(child)).toBe(0);
  expect(errors.join("")).toBe("");
});

test("takes its credentials from the environment, and does not print them", async () => {
  const environment = { PLAID_CLIENT_ID: "canary-id", PLAID_SECRET: "canary-secret" };
  const { url, text } = await running([], environment);
  expect(text).not.toContain("canary");
  const credentials = { clientId: "canary-id", secret: "canary-secret" };
  const answer = await post({ url, credentials }, "get", { end_customer_client_id: "0" });
  expect(answer.body.error_code).toBe("CUSTOMER_NOT_FOUND");
});

test("--help and --version", () => {
  const { version }: { version: string } = JSON.parse(readFileSync(PACKAGE, "utf8"));
  expect(run(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  const help = run(["--help"]);
  expect(help).toMatchObject({ code: 0, stderr: "" });
  for (const word of ["--port", "--database", "PLAID_CLIENT_ID", "PLAID_SECRET"]) {
    expect(help.stdout).toContain(word);
  }
});

test("wrong options are one line and exit code 2", () => {
  expect(run(["--prot", "1"])).toEqual({
    code: 2,
    stdout: "",
    stderr: "plaid-partner-sandbox: Unknown option '--prot'; see --help\n",
  });
});

test("a port in use is one line and exit code 2", async () => {
  const { port, close } = await startSandbox();
  onTestFinished(close);
  expect(run(["--port", String(port)])).toEqual({
    code: 2,
    stdout: "",
    stderr: `plaid-partner-sandbox: port ${port} is in use already\n`,
  });
});

test("a file that is no database is one line and exit code 2, and stays as it is", () => {
  const file = join(temporaryFolder(), "notes.txt");
  writeFileSync(file, "notes");
  expect(run(["--database", file])).toEqual({
    code: 2,
    stdout: "",
    stderr: `plaid-partner-sandbox: the database ${file} is not a SQLite database\n`,
  });
  expect(readFileSync(file, "utf8")).toBe("notes");
});

test("a damaged database is one line and exit code 2", () => {
  const file = join(temporaryFolder(), "customers.db");
  openDatabase(file).close();
  writeFileSync(file, readFileSync(file).fill(0xaa, 4096));
  expect(run(["--database", file])).toEqual({
    code: 2,
    stdout: "",
    stderr: `plaid-partner-sandbox: the database ${file} cannot be opened: its data is damaged\n`,
  });
});

test.skipIf(process.platform === "win32")("a pipe for a database does not make it wait", () => {
  const pipe = join(temporaryFolder(), "pipe");
  expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
  expect(run(["--database", pipe])).toEqual({
    code: 2,
    stdout: "",
    stderr: `plaid-partner-sandbox: the database ${pipe} is not a regular file\n`,
  });
});

const oldNode = findOldNode();

test.skipIf(oldNode === undefined)("on an old Node.js: one line and exit code 2", () => {
  const { code, stdout, stderr } = run(["--port", "0"], {
    ...(oldNode !== undefined && { node: oldNode }),
  });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(
    /^plaid-partner-sandbox: the sandbox needs Node\.js 22\.13 or newer .*; this is Node\.js 2\d\..*: run it with Node 22\.13 or newer, for instance .+\n$/,
  );
});

/** A Node.js 20 or 21 on this machine: the one that npm runs on, or one on the PATH. */
function findOldNode(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const name = process.platform === "win32" ? "node.exe" : "node";
  const candidates = [
    process.env["npm_node_execpath"],
    ...folders.map((folder) => join(folder, name)),
  ];
  return candidates.find((candidate) => {
    if (candidate === undefined || !existsSync(candidate)) return false;
    const { stdout } = spawnSync(candidate, ["--version"], { encoding: "utf8" });
    return /^v2[01]\./.test(stdout ?? "");
  });
}
