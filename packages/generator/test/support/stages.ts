import { resolve } from "node:path";
import { checkDocument } from "../../src/check/check-document.js";
import { checkVersion } from "../../src/check/check-version.js";
import { Report } from "../../src/check/report.js";
import { emitPackage } from "../../src/emit/emit-package.js";
import { createFormatter } from "../../src/format/create-formatter.js";
import { bundle, type BundledDocument } from "../../src/load/bundle.js";
import { parseDocument, type SourceDocument } from "../../src/load/parse-document.js";
import { mendDocument } from "../../src/mend/mend-document.js";
import { normalise } from "../../src/normalise/normalise.js";
import type { OperationFilter } from "../../src/normalise/operation-filter.js";
import { planPackage } from "../../src/plan/plan-package.js";
import { lowerNewVersion } from "../../src/upgrade/lower-new-version.js";
import { formatProblem, ProblemsError, type Problem } from "../../src/problem.js";

/** Files of a document by name; the first is the one that the user names. */
export type Texts = Readonly<Record<string, string>>;

/** A document with a title, a server and what `rest` says. */
export function document(rest: string, version = "3.1.0"): string {
  return `openapi: ${version}\ninfo: { title: Test, version: "1" }\nservers: [{ url: https://test.example, x-name: live }]\n${rest}`;
}

/** A document without operations that has these schemas. */
export function schemas(text: string, version?: string): string {
  const indented = text.replace(/^/gm, "    ");
  return document(`paths: {}\ncomponents:\n  schemas:\n${indented}\n`, version);
}

/** Parses, bundles and mends texts without a disk. */
export function bundleTexts(
  texts: Texts,
  lenient = false,
): { document: BundledDocument; report: Report } {
  const { document: bundled, report } = bundleAlone(texts, lenient);
  const add = (problem: Problem) => report.add(problem);
  return { document: mendDocument(lowerNewVersion(bundled), add), report };
}

/** Parses and bundles texts, and does no more. */
export function bundleAlone(
  texts: Texts,
  lenient = false,
): { document: BundledDocument; report: Report } {
  const report = new Report({ lenient });
  const sources = new Map<string, SourceDocument | ProblemsError>();
  for (const [name, text] of Object.entries(texts)) {
    sources.set(resolve("/documents", name), load(name, text));
  }
  const [entry] = sources.values();
  if (entry === undefined || entry instanceof ProblemsError) throw entry ?? new Error("No file.");
  checkVersion(entry, report);
  return { document: bundle(entry, sources, (...found) => report.addMended(...found)), report };
}

function load(name: string, text: string): SourceDocument | ProblemsError {
  try {
    return parseDocument(text, resolve("/documents", name), name);
  } catch (error) {
    return error as ProblemsError;
  }
}

/** What the stages up to the checks say of a document: a line for each problem. */
export function problemsOf(texts: Texts | string, lenient = false): string[] {
  const given = typeof texts === "string" ? { "api.yaml": texts } : texts;
  const { document: bundled, report } = bundleTexts(given, lenient);
  checkDocument(bundled, report);
  return report.problems.map(formatProblem);
}

/** The model of a document. */
export function modelOf(texts: Texts | string, included?: OperationFilter) {
  const given = typeof texts === "string" ? { "api.yaml": texts } : texts;
  const { document: bundled, report } = bundleTexts(given);
  const model = normalise(bundled, included, report);
  return { model, document: bundled, report, warnings: () => report.problems.map(formatProblem) };
}

/** The plan of a document. */
export function planOf(texts: Texts | string) {
  const { model, document: bundled, report, warnings } = modelOf(texts);
  return { plan: planPackage(model, bundled, report), model, warnings };
}

/** Prettier with our own settings. */
export const prettier = () => createFormatter("prettier", "/documents", new Report());

/** The generated files of a document by path. */
export async function emitted(texts: Texts | string): Promise<Map<string, string>> {
  const { plan } = planOf(texts);
  const files = await emitPackage(plan, { source: "api.yaml" }, await prettier());
  return new Map(files.map(({ path, content }) => [path, content]));
}
