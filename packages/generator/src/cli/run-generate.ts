import { relative } from "node:path";
import { isUrl, isWeb, toAddress } from "../load/address.js";
import { readText } from "../load/read-text.js";
import type { PreparedClient } from "../generate.js";
import type { GenerateOptions } from "../generate-options.js";
import { findUnchanged } from "../manifest/find-unchanged.js";
import { ProblemsError, type Problem } from "../problem.js";
import { cannotWatch, type GenerateCommand } from "./generate-syntax.js";
import { CONFIG_FILE, readConfig } from "./config.js";
import { problemLines } from "./grouped-lines.js";
import { withLoading } from "./loading-options.js";
import { hasDrift, resultAsJson, resultAsText, type ClientRun } from "./report-result.js";
import { nextSteps } from "./next-steps.js";
import type { Output } from "./output.js";
import { usage } from "./usage.js";

/**
 * `clientgen generate`: all clients are made before the first file is written, so that a problem
 * in one leaves everything as it was.
 *
 * @returns the exit code: 0, 1 for drift, 2 for problems.
 */
export async function runGenerate(command: GenerateCommand, output: Output): Promise<number> {
  const targets = (await findTargets(command)).map((one) => withLoading(one, command.loading));
  const remote = targets.find(({ spec }) => isWeb(spec));
  if (command.watch && remote) throw cannotWatch(remote.spec);
  const code = await generateOnce(targets, command, output);
  if (!command.watch) return code;
  const { watchSources } = await import("./watch.js");
  await watchSources(targets, () => generateOnce(targets, command, output), output);
  return 0;
}

async function generateOnce(
  targets: readonly GenerateOptions[],
  command: GenerateCommand,
  output: Output,
): Promise<number> {
  const start = performance.now();
  const runs: Run[] = [];
  const problems: Problem[] = [];
  for (const options of targets) {
    await collect(problems, async () => {
      runs.push(await prepare(options, command));
    });
  }
  if (problems.length === 0 && !command.check) {
    await collect(problems, async () => {
      await write(runs.flatMap(({ prepared }) => prepared ?? []));
    });
  }
  const ms = Math.round(performance.now() - start);
  for (const line of problemLines(problems)) output.error(line);
  if (command.json) output.out(resultAsJson(problems.length > 0 ? [] : runs, problems, ms));
  if (problems.length > 0) return 2;
  if (!command.json) output.out(resultAsText(runs, command.check, ms));
  if (!command.json && !command.check) {
    for (const step of nextSteps(runs.flatMap(({ prepared }) => prepared ?? []))) output.out(step);
  }
  return command.check && runs.some(({ client }) => hasDrift(client)) ? 1 : 0;
}

/** A client that has to be written, or one that needs nothing. */
type Run = ClientRun & { readonly prepared?: PreparedClient };

/** What generates is loaded where something has to be: TypeScript alone takes longer than to see that nothing has. */
async function prepare(options: GenerateOptions, command: GenerateCommand): Promise<Run> {
  const unchanged = command.check || command.force ? undefined : await findUnchanged(options);
  if (unchanged) return { options, client: unchanged, skipped: true };
  const { prepareClient } = await import("../generate.js");
  const prepared = await prepareClient(options);
  return { options, client: prepared, skipped: false, prepared };
}

async function write(clients: readonly PreparedClient[]): Promise<void> {
  if (clients.length === 0) return;
  const { writeClients } = await import("../generate.js");
  await writeClients(clients);
}

async function collect(problems: Problem[], step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    problems.push(...error.problems);
  }
}

async function findTargets(command: GenerateCommand): Promise<readonly GenerateOptions[]> {
  const { spec, out, include, format } = command;
  if (spec !== undefined && out !== undefined) return [{ spec, out, include, format }];
  const configured = (await readConfig("."))?.map((client) => ({
    ...client,
    format: format ?? client.format,
  }));
  if (spec === undefined) {
    if (configured) return configured;
    const fix = `Name a document and --out, or list the clients in ${CONFIG_FILE}.`;
    throw usage("There is nothing to generate.", fix);
  }
  const matching = configured?.filter((client) => toAddress(client.spec) === toAddress(spec)) ?? [];
  if (matching.length === 0) {
    // A file that is not there is the first thing to mend.
    if (!isWeb(spec)) await readText(toAddress(spec), spec);
    const message = configured
      ? `${CONFIG_FILE} has no client of ${spec}, and there is no --out.`
      : `There is neither --out nor a ${CONFIG_FILE} to say where to write.`;
    throw usage(message, "Add --out DIR.");
  }
  return matching.map((client) => ({
    ...client,
    spec: isUrl(client.spec) ? client.spec : relative(".", client.spec),
    include: include.length > 0 ? include : (client.include ?? []),
  }));
}
