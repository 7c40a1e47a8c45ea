// `pnpm release`: publishes by hand what the registry does not have, as .github/workflows/release.yml
// does it in CI. Arguments go to `changeset publish`, such as `--tag canary --no-git-tag`.
import { execFileSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const options = { cwd: root, encoding: "utf8", shell: process.platform === "win32" };
const given = process.argv.slice(2);
const tags = !given.includes("--no-git-tag");

function run(command, ...args) {
  try {
    execFileSync(command, args, { ...options, stdio: "inherit" });
  } catch (error) {
    // The program has said why.
    process.exit(error.status ?? 3);
  }
}

const changed = execFileSync("git", ["status", "--porcelain"], options).trimEnd();
if (tags && changed !== "") {
  console.error(
    `The work tree is not as it was committed, and tags name commits. Commit or stash first:\n${changed}`,
  );
  process.exit(2);
}
run("turbo", "run", "build", "--filter=./packages/*", "--output-logs=errors-only");
run("changeset", "publish", ...given);
// A run that was stopped between publishing and tagging left tags out, which changesets no longer looks for.
if (tags) run("changeset", "git-tag");
