import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as fc from "fast-check";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkDocument } from "../../src/check/check-document.js";
import { emitPackage } from "../../src/emit/emit-package.js";
import { Report } from "../../src/check/report.js";
import { createFormatter } from "../../src/format/create-formatter.js";
import type { Formatter } from "../../src/format/formatter.js";
import { getObject, type JsonObject } from "../../src/load/data.js";
import type { EmittedFile } from "../../src/model/emitted-file.js";
import { normalise } from "../../src/normalise/normalise.js";
import type { PackagePlan } from "../../src/plan/package-plan.js";
import { planPackage } from "../../src/plan/plan-package.js";
import { formatProblem } from "../../src/problem.js";
import { bundleTexts } from "../support/stages.js";
import { foreignCode } from "./foreign-code.js";
import { hostileDocument } from "./hostile-document.js";

/** 2,000 in `pnpm test:hostile`, with a new seed each time; few and always the same otherwise. */
const CASES = Number(process.env["HOSTILE_CASES"] ?? 200);
const SEED = process.env["HOSTILE_CASES"] === undefined ? { seed: 20_201 } : {};

/** How many of the clients the compiler looks at. */
const COMPILED = 60;

const HERE = dirname(fileURLToPath(import.meta.url));
/** Below node_modules, so that no tool takes it for ours, and beside the runtime that the clients import. */
const FOLDER = join(HERE, "../../node_modules/.hostile");

const before = inherited();

beforeAll(() => rm(FOLDER, { recursive: true, force: true }));
afterAll(() => rm(FOLDER, { recursive: true, force: true }));

test(`no text of ${CASES} documents becomes code`, { timeout: 30 * 60_000 }, async () => {
  let made = 0;
  const property = fc.asyncProperty(hostileDocument(), async (document) => {
    const { files, plan, problems } = await generate(document);
    const complaints = [
      ...problems.filter((line) => !line.startsWith("warning: ") || isBroken(line)),
      ...foreignCode(files, declaredBy(plan)),
      ...pathComplaints(files),
      ...missingSchemas(document, plan, files),
      ...wrongOperations(plan, files),
      ...(inherited() === before ? [] : ["a prototype has changed"]),
    ];
    if (complaints.length > 0) throw new Error(complaints.slice(0, 5).join("\n"));
    if (made < COMPILED) await keep(files, String(made));
    made += 1;
  });
  const outcome = await fc.check(property, { numRuns: CASES, ...SEED, endOnFailure: true });
  // fast-check's own report would print the whole document.
  const { failed, seed, counterexamplePath, errorInstance } = outcome;
  expect(failed ? `seed ${seed}, path ${counterexamplePath}: ${String(errorInstance)}` : "").toBe(
    "",
  );
  expect(made).toBe(CASES);
});

const FORMATTERS = ["prettier", "oxfmt"] as const;
test.each(FORMATTERS)("%s makes no code of it either", async (name) => {
  const format = await createFormatter(name, "/documents", new Report());
  for (const document of fc.sample(hostileDocument(), { numRuns: 8, ...SEED })) {
    const { files, plan } = await generate(document, format);
    expect(foreignCode(files, declaredBy(plan))).toEqual([]);
  }
});

test("what became of them type-checks strictly", async () => {
  await writeFile(join(FOLDER, "tsconfig.json"), JSON.stringify(TSCONFIG));
  const tsc = join(HERE, "../../../../node_modules/.bin/tsc");
  const said = await promisify(execFile)(tsc, ["-p", FOLDER, "--pretty", "false"]).then(
    () => "",
    (error: { stdout: string }) => error.stdout.split("\n").slice(0, 8).join("\n"),
  );
  expect(said).toBe("");
});

const TSCONFIG = {
  extends: "../../../../tsconfig.base.json",
  compilerOptions: { noEmit: true, types: [], allowImportingTsExtensions: false },
  include: ["**/*.ts"],
};

async function generate(document: JsonObject, format: Formatter = async (text) => text) {
  const { document: bundled, report } = bundleTexts({ "api.json": JSON.stringify(document) });
  checkDocument(bundled, report);
  const plan = planPackage(normalise(bundled, undefined, report), bundled, report);
  const files = await emitPackage(plan, { source: "api.json" }, format);
  return { files, plan, problems: report.problems.map(formatProblem) };
}

/** Document text must not fake a second line in a terminal. */
function isBroken(line: string): boolean {
  // oxlint-disable-next-line no-control-regex -- that is what must not be there
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(line);
}

/** No file stands outside the output folder, or where a system takes two names for one. */
function pathComplaints(files: readonly EmittedFile[]): string[] {
  const paths = files.map(({ path }) => path);
  const odd = paths.filter(
    (path) => !/^(operations\/)?[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(path) || path.length > 200,
  );
  return new Set(paths).size === paths.length ? odd : [...odd, "two files have one path"];
}

/** Every schema has a type of its own, for one direction at least; none swallows another. */
function missingSchemas(
  document: JsonObject,
  plan: PackagePlan,
  files: readonly EmittedFile[],
): string[] {
  const names = Object.keys(getObject(document["components"], "schemas") ?? {});
  const index = files.find(({ path }) => path === "index.ts")?.content ?? "";
  const exported = new Set(index.match(/[\w$]+/g));
  const seen = new Set<string>();
  return names.flatMap((name) => {
    const forms = [plan.typeName(name, "request"), plan.typeName(name, "response")];
    const isFound = forms.some((form) => form !== undefined && exported.has(form));
    const isOwn = !forms.some((form) => seen.has(form ?? ""));
    for (const form of forms) seen.add(form ?? "");
    return isFound && isOwn ? [] : [`no type of its own: ${name}`];
  });
}

/** What is sent is what the document says, to the letter. */
function wrongOperations(plan: PackagePlan, files: readonly EmittedFile[]): string[] {
  return plan.operations.flatMap(({ operation, fileName }) => {
    const content = files.find(({ path }) => path === `operations/${fileName}.ts`)?.content ?? "";
    const strings = stringsIn(content);
    return [operation.path, operation.id].filter((text) => !strings.has(text));
  });
}

function stringsIn(content: string): Set<string> {
  const file = ts.createSourceFile("operation.ts", content, ts.ScriptTarget.ES2022, true);
  const strings = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) strings.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return strings;
}

/** Names that the generated files may declare: the plan's and the generator's own. */
function declaredBy(plan: PackagePlan): ReadonlySet<string> {
  const { client, types, enums, operations, webhooks, callbacks } = plan;
  const suffixes =
    "Client ClientOptions Core CoreOptions Credentials Environment ErrorBody Operations Paths ServerVariables Webhooks Callbacks";
  return new Set([
    ...types.map(({ name }) => name),
    ...enums.flatMap(({ name, inputName }) => [name, inputName ?? name]),
    ...operations.flatMap((operation) => [
      operation.functionName,
      operation.response.name,
      operation.request?.name ?? operation.functionName,
      operation.bodies?.name ?? operation.functionName,
      operation.answers?.name ?? operation.functionName,
      ...[...operation.streams.values()].map(({ event }) => event?.name ?? ""),
    ]),
    ...[...webhooks, ...[...callbacks.values()].flat()].map(({ payload }) => payload?.name ?? ""),
    ...suffixes.split(" ").map((suffix) => client + suffix),
    `create${client}Client`,
    ..."createClient definition details operation media WithRequired".split(" "),
    ..."ApiError AuthenticationError NotFoundError RateLimitError".split(" "),
  ]);
}

async function keep(files: readonly EmittedFile[], name: string): Promise<void> {
  for (const { path, content } of files) {
    const target = join(FOLDER, name, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

function inherited(): string {
  const prototypes = [Object.prototype, Array.prototype, Function.prototype];
  return prototypes.flatMap((prototype) => Reflect.ownKeys(prototype).map(String)).join();
}
