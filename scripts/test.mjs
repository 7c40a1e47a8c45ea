// `npm test`: everything that has to hold, then the number of tests that ran.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = () => globSync("{spec,packages/*,tools/*}/test-results.json", { cwd: root });

// A report of an earlier run must not be counted again; turbo restores those of cached tasks.
for (const report of reports()) rmSync(join(root, report));

const tasks = ["build", "typecheck", "lint", "generate:check", "changeset:check", "test"];
const turbo = spawnSync(
  "turbo",
  [
    "run",
    ...tasks,
    "--output-logs=new-only",
    "--log-order=grouped",
    "--continue=dependencies-successful",
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
    shell: process.platform === "win32",
  },
);
if (turbo.error) console.error(`Could not run turbo: ${turbo.error.message}`);

let passed = 0;
let failed = 0;
for (const path of reports()) {
  const report = JSON.parse(readFileSync(join(root, path), "utf8"));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  // A file that could not be loaded has no tests to count, and is a failure all the same.
  failed += report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
}
if (turbo.status !== 0) {
  console.log(
    '\nNot everything passed: "Failed:" above names the tasks. What depends on them did not run.',
  );
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(turbo.status === 0 && failed === 0 ? 0 : turbo.status || 1);
