import { readFileSync, writeFileSync } from "node:fs";
import { ProblemsError } from "@plaid-partner/generator";
import { parse } from "yaml";
import { readArguments, USAGE, type Options } from "./arguments.ts";
import { get, getObjects } from "./data.ts";
import { explain, readExplanations } from "./explanations.ts";
import { proposeEdits } from "./propose/propose-edits.ts";
import { toJson, toMarkdown, toText, type Told } from "./report.ts";
import { readView, watch } from "./watch.ts";

/** Where words go, a text of lines at a time. */
export interface Output {
  out(text: string): void;
  error(text: string): void;
}

/**
 * `pnpm upstream:watch`: compares our documents with the published one.
 *
 * @returns the exit code.
 */
export async function run(args: readonly string[], output: Output): Promise<number> {
  let options: Options;
  try {
    options = readArguments(args);
  } catch (error) {
    output.error(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  try {
    return await watchAll(options, output);
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    output.error(error.message);
    return 2;
  }
}

async function watchAll(options: Options, output: Output): Promise<number> {
  if (options.help) {
    output.out(USAGE);
    return 0;
  }
  const all = await compareAll(options);
  if (options.form === "json") output.out(JSON.stringify(all.map(toJson), undefined, 2));
  else output.out(all.map(options.form === "markdown" ? toMarkdown : toText).join("\n\n"));
  if (options.write) {
    for (const [file, text] of new Map(all.flatMap(({ proposal }) => [...proposal.texts]))) {
      writeFileSync(file, text);
      output.error(`updated ${file}`);
    }
  }
  return all.some(({ unexplained, stale }) => unexplained.length + stale.length > 0) ? 1 : 0;
}

/** What all documents together leave unexplained: an explanation is stale if no document needs it. */
async function compareAll({ upstream: named, spec, differences: file }: Options): Promise<Told[]> {
  const explanations = readExplanations(file);
  const upstream = await readView(named);
  const version = String(get(get(upstream.root, "info"), "version"));
  const told: Told[] = [];
  // Documents share files: what one of them needs is there for the next.
  const texts = new Map<string, string>();
  for (const path of spec.length > 0 ? spec : listed()) {
    const watched = watch(await readView(path), upstream);
    const explained = explain(watched.differences, explanations, file);
    const proposal = proposeEdits(watched, explained.unexplained, texts);
    told.push({ ours: path, upstream: upstream.shown, version, ...explained, proposal });
  }
  const stale = explanations.filter((one) => told.every((each) => each.stale.includes(one)));
  return told.map((each, index) => ({ ...each, stale: index === 0 ? stale : [] }));
}

/** The documents that the linter knows. */
function listed(): string[] {
  const config: unknown = parse(readFileSync("spec/redocly.yaml", "utf8"));
  return getObjects(config, "apis").map(([, { root }]) => `spec/${String(root)}`);
}
