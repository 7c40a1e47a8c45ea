// `pnpm release:rehearse`: a whole release, with all that goes wrong in one, without releasing anything.
import { AssertionError } from "node:assert";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readArguments, USAGE, type Options } from "./arguments.ts";
import { ROOT } from "./paths.ts";
import { installManagers } from "./consumer.ts";
import { readUplink } from "./registry/uplink.ts";
import { callFromEverywhere, openMarket } from "./rehearse/consumers.ts";
import { inspectTarballs, loseTag, publishTwice, releaseFirst } from "./rehearse/first-release.ts";
import { releaseAfterPreRelease, releaseSnapshot } from "./rehearse/modes.ts";
import { refuse } from "./rehearse/refusals.ts";
import { installBefore, releaseThroughFailure, upgrade } from "./rehearse/second-release.ts";
import { withStage, type Stage } from "./rehearse/stage.ts";
import { run, succeed } from "./run.ts";
import { Transcript } from "./transcript.ts";

const PAGE = "docs/release-rehearsal.md";
const INTRODUCTION = `# The rehearsal of a release

\`pnpm release:rehearse --write\` did what follows and wrote this page. It releases a throw-away copy of the repository to
a real registry, verdaccio, on the machine that it runs on; what is listed was checked, and anything else ends it. The
versions are those that the changesets of that day come to, and the seconds those of a machine with other work to do.
`;

let options: Options;
try {
  options = readArguments(process.argv.slice(2));
} catch (error) {
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exit(2);
}
if (options.help) console.log(USAGE);
else {
  for (const program of ["git", "tar", "npm", "pnpm"]) {
    const { status } = await run(program, ["--version"], { cwd: ROOT });
    if (status === 0) continue;
    console.error(`${program} is not at hand: the rehearsal needs it on the path.`);
    process.exit(2);
  }
  await rehearse(options).catch((error: unknown) => {
    console.error(error instanceof AssertionError ? error : reasonsOf(error));
    process.exitCode = 1;
  });
}

async function rehearse({ write }: Options): Promise<void> {
  const transcript = new Transcript((line) => console.log(line));
  await withStage(transcript, "install", await readUplink(), play);
  transcript.times();
  if (!write) return;
  await writeFile(join(ROOT, PAGE), transcript.text(INTRODUCTION));
  await succeed("prettier", ["--write", "--log-level=warn", PAGE], { cwd: ROOT });
}

/** What programs and registries said says it all: where in this tool they were asked would hide it. */
function reasonsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause ? `${reasonsOf(error.cause)}\n${error.message}` : error.message;
}

async function play(stage: Stage): Promise<void> {
  // First, for it is what a machine may not get.
  const tools = await installManagers(stage.base);
  const first = await releaseFirst(stage);
  await inspectTarballs(stage, first);
  await publishTwice(stage);
  await loseTag(stage, first);
  const market = await openMarket(stage, tools);
  try {
    await callFromEverywhere(stage, market, first);
    const consumer = await installBefore(stage, market, first);
    const second = await releaseThroughFailure(stage);
    await upgrade(stage, market, consumer, second);
    await releaseSnapshot(stage, market, second);
    await releaseAfterPreRelease(stage, market, second);
    await refuse(stage);
  } finally {
    await market.sandbox.stop();
  }
}
