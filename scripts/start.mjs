// `npm start`: regenerates the clients from the documents, builds everything, and makes real calls
// through the built client. Arguments go to the demo (`npm start -- --keep`).
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const USAGE = "Usage: npm start [-- --keep]   (--keep leaves the sandbox running until Ctrl-C)";
const given = process.argv.slice(2);
if (given.includes("--help") || given.includes("-h")) {
  console.log(USAGE);
  process.exit(0);
}
const unknown = given.find((argument) => argument !== "--keep");
if (unknown !== undefined) {
  console.error(`Unknown argument ${unknown}. ${USAGE}`);
  process.exit(2);
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tty = process.stdout.isTTY && !process.env.NO_COLOR;
const bold = (text) => (tty ? `\u001b[1m${text}\u001b[0m` : text);

function run(command, args, stdio) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio,
    encoding: "utf8",
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    // A build talks only when it fails.
    if (stdio === "pipe") process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
    if (result.error) console.error(`Could not run ${command}: ${result.error.message}`);
    process.exit(result.status ?? 1);
  }
  return result.stdout;
}

function build(title, ...filter) {
  const start = performance.now();
  const args = ["run", "build", "--output-logs=errors-only", "--ui=stream", ...filter];
  const report = run("turbo", args, "pipe");
  const cached = /Cached:\s+(\d+) cached, (\d+) total/.exec(report);
  const detail = cached ? `${cached[2]} packages, ${cached[1]} from the cache, ` : "";
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${bold(title)} (${detail}${seconds} s)`);
}

build("Built the generator", "--filter=@plaid-partner/generator");
console.log(`\n${bold("Regenerate the clients from spec/")}`);
run("node", ["packages/generator/dist/cli/main.js", "generate"], "inherit");
console.log();
build("Built the clients and the sandbox", "--filter=./packages/*");
run("node", ["tools/demo/src/main.ts", ...given], "inherit");
