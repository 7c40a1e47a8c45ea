// `pnpm regenerate [--since REF] [--check]`: everything that follows from an edited document, and what to commit.
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { changedFiles, sortFiles } from "./changed-files.ts";
import { readClients } from "./clients.ts";
import { type Finished, runProgram } from "./run-program.ts";
import { diffStep, type Options, type Step, stepsToChangesets, testStep } from "./steps.ts";
import { summary } from "./summary.ts";
import type { Told } from "./told.ts";

const USAGE = `Usage: pnpm regenerate [--since REF] [--check]

Lints the documents, generates and builds the clients, reports what they export, writes the
changesets, shows what callers notice, tests what changed, and says what to commit.

  --since REF  a commit, branch or tag whose changes since are told; default: the main branch
  --check      writes nothing; exit code 1 if something is not up to date`;

const root = fileURLToPath(new URL("../../..", import.meta.url));
const start = performance.now();
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        since: { type: "string" },
        check: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    return { since: values.since, check: values.check };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exit(2);
  }
}

async function run({ name, command, mend, isForUs }: Step): Promise<Finished> {
  process.stdout.write(`${name}: `);
  const finished = await runProgram(command, root);
  console.log(`${finished.code === 0 ? "" : "failed, "}${seconds(finished.ms)}`);
  if (finished.code === 0) return finished;
  process.stderr.write(isForUs ? finished.stderr : finished.output);
  console.error(`\nFailed: ${name}. ${mend}`);
  process.exit(finished.code);
}

const options = readOptions();
const clients = readClients(root);
let told = "";
for (const step of stepsToChangesets(clients, options)) told = (await run(step)).stdout;
const changes = JSON.parse(told) as Told;
for (const document of changes.clients.flatMap(({ documents }) => documents)) {
  const { stdout } = await run(diffStep(document));
  console.log(`\n${stdout.trimEnd()}\n`);
}
await run(testStep(root, clients));
const files = options.check ? undefined : sortFiles(changedFiles(root), clients);
console.log(`\n${summary(changes, files).join("\n")}`);
console.log(`\nDone in ${seconds(performance.now() - start)}.`);
