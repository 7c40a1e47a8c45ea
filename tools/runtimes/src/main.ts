import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Options, readArguments, USAGE } from "./arguments.ts";
import { findChromium, installChromium } from "./find-chromium.ts";
import { replaceBlock } from "./markdown.ts";
import { PAGES, ROOT } from "./paths.ts";
import { runAll, type Session } from "./run-all.ts";
import { checksByName } from "./suite/groups.ts";
import { differencesText, type Support, supportTable, TOTAL } from "./support.ts";

/** Milliseconds that installing a runtime may take. */
const INSTALL_LIMIT = 300_000;

// Children and temporary files are cleared at the exit, which a signal alone would skip.
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

const options = read();
if (options?.help) console.log(USAGE);
else if (options) {
  await main(options).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}

function read(): Options | undefined {
  try {
    return readArguments(process.argv.slice(2), process.env);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exitCode = 2;
    return undefined;
  }
}

async function main({ runtimes, cache, write }: Options): Promise<void> {
  const wantsChromium = runtimes.some(({ platform }) => platform === "chromium");
  if (wantsChromium && findChromium(process.env) === undefined) installChromium();
  const search = { cache, limit: INSTALL_LIMIT, env: process.env };
  const session = await runAll(runtimes, search, 2, (line) => console.error(line));
  const rows = session.attempts.flatMap((attempt) => {
    const row = tell(attempt, session);
    return row ? [row] : [];
  });
  console.log(supportTable(rows));
  const complete = rows.length === runtimes.length;
  if (!complete || rows.some(({ passed }) => passed < TOTAL)) process.exitCode = 1;
  if (!write) return;
  if (complete) writePages(rows);
  else console.error("The tables are left as they are: not all runtimes ran.");
}

/** Prints what is wrong on a runtime, and counts what is right. */
function tell(attempt: Session["attempts"][number], session: Session): Support | undefined {
  const { name } = attempt.runtime;
  if (!("run" in attempt)) {
    console.error(`${name} did not run. ${"absent" in attempt ? attempt.absent : attempt.failed}`);
    return undefined;
  }
  const { run } = attempt;
  for (const reason of run.report.unhandled) console.error(`${name}: unhandled: ${reason}`);
  let passed = 0;
  for (const check of checksByName.values()) {
    const problems = session.problems(check, run);
    if (problems.length === 0) passed++;
    for (const problem of problems) console.error(`${name}: ${check.name}: ${problem}`);
  }
  return { name, version: run.version, passed };
}

function writePages(rows: readonly Support[]): void {
  const blocks = { support: supportTable(rows), differences: differencesText() };
  for (const { path, names } of PAGES) {
    const file = join(ROOT, path);
    let page = readFileSync(file, "utf8");
    for (const name of names) page = replaceBlock(page, name, blocks[name]);
    writeFileSync(file, page);
  }
}
