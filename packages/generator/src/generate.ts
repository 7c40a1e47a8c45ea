import { dirname, resolve } from "node:path";
import { checkDocument } from "./check/check-document.js";
import { Report } from "./check/report.js";
import { emitPackage } from "./emit/emit-package.js";
import type { EmittedFile } from "./model/emitted-file.js";
import { methodExample, readmeExample } from "./emit/operation-docs.js";
import { readmeFile } from "./readme/readme-file.js";
import { createFormatter } from "./format/create-formatter.js";
import type { ClientSummary, GenerateOptions } from "./generate-options.js";
import { bundle, type BundledDocument } from "./load/bundle.js";
import { baseName, toAddress, toShown } from "./load/address.js";
import { findUserAgent } from "./load/find-user-agent.js";
import { addressesOf } from "./load/load-sources.js";
import { makeManifest } from "./manifest/make-manifest.js";
import { mendDocument } from "./mend/mend-document.js";
import { normalise } from "./normalise/normalise.js";
import { operationFilter } from "./normalise/operation-filter.js";
import { planPackage } from "./plan/plan-package.js";
import type { PackagePlan } from "./plan/package-plan.js";
import { ProblemsError, type Problem } from "./problem.js";
import { readSources } from "./read-sources.js";
import { upgradeDocument } from "./upgrade/upgrade-document.js";
import { compareFiles } from "./write/compare-files.js";
import { writeFiles } from "./write/write-files.js";

/** A client that is generated in memory and compared with the disk, and not written yet. */
export interface PreparedClient extends ClientSummary {
  /** The output folder as the options have it. */
  readonly shown: string;
  readonly files: readonly EmittedFile[];
  /** The API's title. */
  readonly title: string;
  /** The name of the function that makes a client. */
  readonly factory: string;
  /** The name of the first operation whose request has an example, else of one that needs no argument. */
  readonly example: string | undefined;
  /** Absolute paths and URLs of all files that the document is made of. */
  readonly sources: readonly string[];
}

/**
 * Turns a document into a client, in memory.
 *
 * @throws {ProblemsError} with everything that is wrong with the document or the options.
 */
export async function prepareClient(options: GenerateOptions): Promise<PreparedClient> {
  const report = new Report(options);
  const address = toAddress(options.spec);
  const out = resolve(options.out);

  const { entry, sources } = await readSources(address, toShown(options.spec), options, report);
  const add = (problem: Problem) => report.add(problem);
  const bundled = bundle(entry, sources, (...found) => report.addMended(...found));
  const document = mendDocument(await upgradeDocument(bundled, entry.address, add), add);
  checkDocument(document, report);
  stopIfFailed(report);

  const model = normalise(document, operationFilter(options.include ?? []), report);
  checkIncluded(options, model.operations.length + model.webhooks.length, document, report);
  const plan = planPackage(model, document, report);
  stopIfFailed(report);

  const { problems: warnings } = report;
  const formatter = (folder: string) => createFormatter(options.format ?? "auto", folder, report);
  const format = await formatter(out);
  const origin = { source: baseName(address), userAgent: await findUserAgent(out) };
  const sourceFiles = await emitPackage(plan, origin, format);
  const readme =
    options.readme === undefined ? undefined : await prepareReadme(options.readme, plan);
  const schemas = model.schemas.size;
  const operations = model.operations.length;
  const manifest = await makeManifest(options, {
    out,
    document: address,
    sources,
    files: sourceFiles,
    readme: readme?.file.content,
    operations,
    schemas,
    warnings,
  });
  const files = [...sourceFiles, { ...manifest, content: await format(manifest.content, "json") }];
  return {
    out,
    shown: options.out,
    files: readme ? [...files, readme.file] : files,
    changes: [...(await compareFiles(out, options.out, files)), ...(readme ? [readme.change] : [])],
    title: model.title,
    factory: `create${plan.client}Client`,
    operations,
    example: (firstWith(methodExample) ?? firstWith(readmeExample))?.functionName,
    schemas,
    warnings: report.problems,
    sources: addressesOf(sources),
  };

  function firstWith(example: typeof readmeExample) {
    return plan.operations.find((operation) => example(operation, plan) !== undefined);
  }

  async function prepareReadme(path: string, plan: PackagePlan) {
    const format = await formatter(dirname(resolve(path)));
    return readmeFile(resolve(path), path, out, plan, format);
  }
}

/**
 * Writes prepared clients as one step: files that are unchanged are not touched, none is removed before
 * all new content is in place. If writing fails, what was written is taken back, of all clients.
 *
 * @throws {ProblemsError} if the disk does not take the files.
 */
export async function writeClients(clients: readonly PreparedClient[]): Promise<void> {
  await writeFiles(clients.map(({ out, ...client }) => ({ folder: out, ...client })));
}

function stopIfFailed(report: Report): void {
  if (report.failed) throw new ProblemsError(report.problems);
}

function checkIncluded(
  options: GenerateOptions,
  kept: number,
  document: BundledDocument,
  report: Report,
): void {
  if (kept > 0) return;
  const place = document.locate(document.root, "paths");
  if (options.include && options.include.length > 0) {
    const message = `No operation matches ${options.include.join(", ")}.`;
    report.error(place, message, "--include takes globs over operationIds and paths.");
  } else {
    report.warning(place, "The document has no operation.", "The client will have none.");
  }
}
