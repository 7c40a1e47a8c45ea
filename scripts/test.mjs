// `npm test`: everything that has to hold, then what failed and the number of tests that ran.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
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

const tests = reports().flatMap((path) =>
  filesOf(path).flatMap(({ name: file, status, message, assertionResults }) => {
    const name = relative(root, file);
    const found = assertionResults.map((one) => {
      const { fullName, status, failureMessages: messages = [] } = one;
      return { name: `${name}: ${fullName}`, status, messages };
    });
    // A file that could not be loaded, or whose hooks failed, is a failure all the same.
    const isOwn = status === "failed" && found.every((test) => test.status !== "failed");
    return isOwn ? [...found, { name, status, messages: [message] }] : found;
  }),
);
const passed = tests.filter(({ status }) => status === "passed");
const failed = tests.filter(({ status }) => status === "failed");

/** The files of tests in a report. One that can't be read, of a run that was cut off for example, is a failure. */
function filesOf(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8")).testResults;
  } catch (error) {
    return [
      { name: join(root, path), status: "failed", message: String(error), assertionResults: [] },
    ];
  }
}

/** A test by its name, with the first line of why it failed. */
const line = ({ name, messages }) => `  ${name}\n    ${messages[0]?.split("\n", 1)[0] ?? ""}`;

if (failed.length > 0) console.log(`\nFailed:\n${failed.map(line).join("\n")}`);
if (turbo.status !== 0) {
  console.log(
    '\nNot everything passed: "Failed:" in the lines above names the tasks. What depends on them did not run.',
  );
}
console.log(`\n${passed.length} passed, ${failed.length} failed`);
process.exit(turbo.status === 0 && failed.length === 0 ? 0 : turbo.status || 1);
