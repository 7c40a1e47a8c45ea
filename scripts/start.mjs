// `npm start`: regenerates the clients from the documents, builds everything, and makes real calls
// through the built client. Arguments go to the demo (`npm start -- --keep`).
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bold = (text) =>
  process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[1m${text}\u001b[0m` : text;

function step(title, command, ...args) {
  if (title) console.log(`\n${bold(title)}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}

const build = ["run", "build", "--output-logs=errors-only", "--ui=stream"];
step("Build the generator", "turbo", ...build, "--filter=@plaid-partner/generator");
step(
  "Regenerate the clients from spec/",
  "node",
  "packages/generator/dist/cli/main.js",
  "generate",
);
step("Build the clients and the sandbox", "turbo", ...build);
step("", "node", "tools/demo/src/main.ts", ...process.argv.slice(2));
