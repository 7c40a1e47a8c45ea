// `pnpm version-packages`: turns changesets into versions, and brings what names a version along:
// the constants in the sources, the lockfile, and the generated clients.
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

function setConstants(file, constants) {
  const path = join(root, file);
  let text = readFileSync(path, "utf8");
  for (const [name, value] of Object.entries(constants)) {
    const pattern = new RegExp(`(export const ${name} = )"[^"]*"`);
    if (!pattern.test(text)) throw new Error(`${file} has no constant ${name}.`);
    text = text.replace(pattern, `$1"${value}"`);
  }
  writeFileSync(path, text);
}

run("changeset", "version");
const range = rangeOf(versionOf("runtime"));
setConstants("packages/runtime/src/version.ts", {
  VERSION: versionOf("runtime"),
  RUNTIME_RANGE: range,
});
setConstants("packages/generator/src/versions.ts", {
  GENERATOR_VERSION: versionOf("generator"),
  RUNTIME_RANGE: range,
});
run("pnpm", "install", "--lockfile-only");
run("turbo", "run", "build", "--filter=@plaid-partner/generator");
run("node", "packages/generator/dist/cli/main.js", "generate");
run("prettier", "--write", "--log-level=warn", ".changeset", "packages/*/package.json");
