// Installs the workspace on a machine that has only Node and npm. Plain JavaScript without
// dependencies, because nothing else is there yet.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const readVersion = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

const pin = readVersion("package.json").packageManager;
const installed = "node_modules/pnpm/package.json";
const local = existsSync(join(root, installed)) && `pnpm@${readVersion(installed).version}` === pin;

const windows = process.platform === "win32";
const [command, ...prefix] = local
  ? [join(root, "node_modules", ".bin", windows ? "pnpm.cmd" : "pnpm")]
  : [windows ? "npx.cmd" : "npx", "--yes", pin];

if (!local) console.log("Setting up: the first time takes up to a minute.");

const install = spawnSync(
  command,
  [...prefix, "install", "--frozen-lockfile", "--reporter=silent"],
  {
    cwd: root,
    stdio: "inherit",
    shell: windows,
  },
);
if (install.error) console.error(`Could not run ${command}: ${install.error.message}`);
if (install.status !== 0) {
  console.error(
    "The set-up failed. It needs the package registry that npm is configured with; " +
      `run "${[command, ...prefix].join(" ")} install --frozen-lockfile" to see why.`,
  );
  process.exit(install.status ?? 1);
}

// Tests ask for the machine's own Node, too: turbo takes a result from a shared cache only where this is the same. npm
// tells it by its name; the Node that runs this may already be that of node_modules.
const [, node = process.version] =
  /node\/(\S+)/.exec(process.env.npm_config_user_agent ?? "") ?? [];
const machine = `${process.platform} ${process.arch}, Node ${node}\n`;
const note = join(root, ".machine");
if (!existsSync(note) || readFileSync(note, "utf8") !== machine) writeFileSync(note, machine);
