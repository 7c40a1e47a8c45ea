// `node scripts/run-built.mjs FILTER PROGRAM […]`: runs a program of this repository once what it needs is built, so that it is
// there in a new checkout, and as the sources are in an old one. Standard output is the program's alone.
import { spawnSync } from "node:child_process";

const [filter, program, ...args] = process.argv.slice(2);

// In a task of turbo's, what it needs has been built before.
if (process.env.TURBO_HASH === undefined) {
  const build = spawnSync(
    "turbo",
    ["run", "build", `--filter=${filter}`, "--output-logs=errors-only"],
    {
      encoding: "utf8",
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
      shell: process.platform === "win32",
    },
  );
  if (build.status !== 0) {
    console.error(build.error?.message ?? build.stdout + build.stderr);
    process.exit(3);
  }
}
const { status } = spawnSync(process.execPath, [program, ...args], { stdio: "inherit" });
process.exit(status ?? 3);
