// `pnpm mutations`: tries every kind of edit on documents, and compares bumps with what becomes of a consumer.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { readArguments, USAGE, type Options } from "./arguments.ts";
import { EDITS } from "./edits/all-edits.ts";
import { worthOf } from "./judge-outcome.ts";
import { customer, own, OWN_DOCUMENTS, real, type Subject } from "./subject.ts";
import { replaceTable, toMarkdown } from "./table.ts";
import { tryEdits, type Outcome } from "./try-edits.ts";

const PAGE = fileURLToPath(new URL("../../../docs/mutation-test.md", import.meta.url));

let options: Options | undefined;
try {
  options = readArguments(process.argv.slice(2), process.env);
} catch (error) {
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}
if (options?.help) console.log(USAGE);
else if (options) process.exitCode = await main(options);

async function main({ only, document, places, collection, cache, keep, write }: Options) {
  const edits = EDITS.filter(({ name }) => matches(name, only));
  const subjects: Subject[] = [
    await customer(),
    ...OWN_DOCUMENTS.map(own),
    ...(collection ? real(cache) : []),
  ].filter(({ name }) => matches(name, document));
  const outcomes: Outcome[] = [];
  for (const subject of subjects) {
    const began = performance.now();
    const tried = await tryEdits(subject, edits, { places, keep });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.error(`${subject.name}: ${tried.length} edits, ${seconds} s`);
    outcomes.push(...tried);
  }
  const kinds = edits.map(({ name }) => name);
  const measured = toMarkdown(outcomes, kinds);
  if (write) await writePage(measured);
  console.log(measured);
  const missed = outcomes.filter((one) => worthOf(one) === "missed");
  for (const { subject, edit, place, comparison, complaints } of missed) {
    console.log(`MISSED ${subject}: ${edit}, at ${place}: ${comparison?.bump}`);
    console.log(`  ${complaints[0]}`);
  }
  return missed.length === 0 ? 0 : 1;
}

async function writePage(measured: string): Promise<void> {
  const page = replaceTable(readFileSync(PAGE, "utf8"), measured);
  const config = await resolveConfig(PAGE);
  writeFileSync(PAGE, await format(page, { ...config, filepath: PAGE }));
}

function matches(name: string, words: readonly string[]): boolean {
  return words.length === 0 || words.some((one) => name.includes(one));
}
