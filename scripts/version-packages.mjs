// `pnpm version-packages`: turns changesets into versions, and brings what names a version along:
// the constants in the sources, the lockfile, the generated clients, and what tests compare with.
// Arguments go to `changeset version`, such as `--snapshot canary`; `--packages-only` leaves what only
// tests read as it is.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const run = (command, ...args) =>
  execFileSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
const versionOf = (name) =>
  JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")).version;

/** The caret range that a version opens (npm's semver): its major, or its minor below 1.0.0. */
function rangeOf(version) {
  const [major, minor] = version.split(".");
  return major === "0" ? `^0.${minor}.0` : `^${major}.0.0`;
}

/** Puts `value` for the text in quotes that follows `before`. */
function set(file, before, value) {
  const path = join(root, file);
  const text = readFileSync(path, "utf8");
  const start = text.indexOf(`${before}"`) + before.length + 1;
  if (start <= before.length) throw new Error(`${file} has no ${before}"…".`);
  writeFileSync(path, text.slice(0, start) + value + text.slice(text.indexOf('"', start)));
}

const given = process.argv.slice(2);
run("changeset", "version", ...given.filter((argument) => argument !== "--packages-only"));
const range = rangeOf(versionOf("runtime"));
set("packages/runtime/src/version.ts", "export const VERSION = ", versionOf("runtime"));
set("packages/runtime/src/version.ts", "export const RUNTIME_RANGE = ", range);
set("packages/runtime/README.md", "runtime: ", range);
set("packages/generator/src/versions.ts", "GENERATOR_VERSION = ", versionOf("generator"));
set("packages/generator/src/versions.ts", "RUNTIME_RANGE = ", range);
run("pnpm", "install", "--lockfile-only");
run("turbo", "run", "build", "--filter=@plaid-partner/generator");
run("node", "packages/generator/dist/cli/main.js", "generate");
if (!given.includes("--packages-only")) {
  process.env.UPDATE_GOLDENS = "1";
  run(
    "pnpm",
    "--filter",
    "@plaid-partner/generator",
    "exec",
    "vitest",
    "run",
    "test/documents.test.ts",
  );
  run("pnpm", "api-reports");
  run("pnpm", "tarballs");
}
run("prettier", "--write", "--log-level=warn", ".changeset", "packages/*/package.json");
