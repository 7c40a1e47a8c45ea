import type { OperationPlan, PackagePlan, TypeUse } from "../plan/package-plan.js";
import { clientFile } from "./client-file.js";
import { clientOptionsExample } from "./client-options-example.js";
import { code, type Code, identifier, lineComment, printed } from "./code.js";
import { type EmittedFile, HEADER } from "../model/emitted-file.js";
import { definitionFile } from "./definition-file.js";
import { docComment } from "./doc-comment.js";
import { enumsFile } from "./enums-file.js";
import { errorsFile } from "./errors-file.js";
import type { Formatter } from "../format/formatter.js";
import { importUses } from "./imports.js";
import { indexFile } from "./index-file.js";
import { methodExample, standaloneExample } from "./operation-docs.js";
import { operationFile } from "./operation-file.js";
import { schemaTypes } from "./schema-types.js";
import type { TypeText } from "./type-printer.js";
import { webhooksFile } from "./webhooks-file.js";

/** An operation's documented example, called in both ways; each absent where the document has none. */
interface Examples {
  readonly method: Code | undefined;
  readonly standalone: Code | undefined;
}

/** What is not in the plan, because no document says it. */
export interface Origin {
  /** The document's file name, for the first line of each file. */
  readonly source: string;
  /** What the package that the files belong to calls itself in the header `User-Agent`. */
  readonly userAgent?: string | undefined;
}

/**
 * Makes all files of the client, formatted, in the order of their paths. Each is handed to the formatter
 * as soon as it is there, the largest first, so that one that has threads works while others are made.
 *
 * @param origin where the files come from, and where they go.
 */
export async function emitPackage(
  plan: PackagePlan,
  { source, userAgent }: Origin,
  format: Formatter,
): Promise<EmittedFile[]> {
  const header = lineComment(
    `${HEADER.slice(3)}${source}. Do not edit: change the document and run "clientgen generate".`,
  );
  const files: Promise<EmittedFile>[] = [];
  const add = (path: string, content: Code | undefined): void => {
    if (content === undefined) return;
    const formatted = format(code`${header}\n${content}`.text, "typescript");
    const file = formatted.then((text) => ({ path, content: text }));
    // One that fails before all are waited for must not end the process on its own.
    file.catch(() => undefined);
    files.push(file);
  };
  const { schemas, paths } = schemaTypes(plan);
  add("schemas.ts", schemasFile(plan, schemas));
  add("paths.ts", pathsFile(plan, paths));
  add("definition.ts", definitionFile(plan, userAgent));
  add("enums.ts", enumsFile(plan));
  add("errors.ts", errorsFile(plan));
  add("index.ts", indexFile(plan));
  add("webhooks.ts", webhooksFile(plan));
  const factory = code`const client = ${identifier(`create${plan.client}Client`)}(${clientOptionsExample(plan)});`;
  const factoryExample = await formatExample(factory, format);
  const examples = await formatExamples(plan, format);
  add(
    "client.ts",
    clientFile(plan, factoryExample, (operation) => examples.get(operation)?.method),
  );
  for (const operation of plan.operations) {
    const example = examples.get(operation)?.standalone;
    add(`operations/${operation.fileName}.ts`, operationFile(operation, plan, example));
  }
  const emitted = await Promise.all(files);
  return emitted.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function formatExamples(
  plan: PackagePlan,
  format: Formatter,
): Promise<Map<OperationPlan, Examples>> {
  const entries = plan.operations.map(async (operation): Promise<[OperationPlan, Examples]> => {
    const [method, standalone] = await Promise.all([
      formatExample(methodExample(operation, plan), format),
      formatExample(standaloneExample(operation, plan), format),
    ]);
    return [operation, { method, standalone }];
  });
  return new Map(await Promise.all(entries));
}

async function formatExample(
  example: Code | undefined,
  format: Formatter,
): Promise<Code | undefined> {
  return example && printed((await format(example.text, "typescript")).trimEnd());
}

function pathsFile(plan: PackagePlan, { code: members, refersTo }: TypeText): Code {
  const doc = docComment({
    summary: `The paths of ${plan.model.title}, as openapi-fetch types a client by them.`,
  });
  return code`${importUses([...refersTo].map(named), plan, "./")}
${doc}export interface ${identifier(`${plan.client}Paths`)} {\n${members}}\n`;
}

/** No file where the document has no schema. */
function schemasFile(
  plan: PackagePlan,
  { code: declarations, refersTo }: TypeText,
): Code | undefined {
  if (plan.types.length === 0) return undefined;
  const declared = new Set(plan.types.map(({ name }) => name));
  const uses = [...refersTo].filter((name) => !declared.has(name)).map(named);
  return code`${importUses(uses, plan, "./")}\n${declarations}`;
}

function named(name: string): TypeUse {
  return { kind: "named", name };
}
