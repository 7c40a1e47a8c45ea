import { relative, sep } from "node:path";
import type { OperationPlan, PackagePlan } from "../plan/package-plan.js";
import { ProblemsError } from "../problem.js";
import { clientOptionsExample } from "../emit/client-options-example.js";
import { code, type Code, identifier, literal } from "../emit/code.js";
import { readIfFile } from "../load/read-text.js";
import type { EmittedFile, FileChange } from "../model/emitted-file.js";
import type { Formatter } from "../format/formatter.js";
import { readmeExample } from "../emit/operation-docs.js";
import { readmeBlocks, readPackageName } from "./readme-blocks.js";

/**
 * A README with its generated blocks brought up to date. A block stands between
 * `<!-- clientgen:KIND NAME -->` and `<!-- /clientgen -->`; kinds are
 *
 * - `quickstart OPERATION`: import, client and the operation's first example, or a call without arguments;
 * - `example OPERATION`: the call alone;
 * - `operations`: a table of all operations.
 *
 * @param path absolute path of the README.
 * @param shown the same as the user wrote it.
 * @param out absolute path of the output folder, which paths of files are relative to.
 * @param format what formats files beside it.
 * @throws {ProblemsError} if the README is missing or a block asks for what is not there.
 */
export async function readmeFile(
  path: string,
  shown: string,
  out: string,
  plan: PackagePlan,
  format: Formatter,
): Promise<{ file: EmittedFile; change: FileChange }> {
  const before = await readIfFile(path);
  if (before === undefined) {
    const fix = 'Write it, or drop "readme" from the configuration.';
    throw problem(shown, 1, "There is no such file, or it can't be read.", fix);
  }
  const packageName = await readPackageName(path);
  let after = "";
  let end = 0;
  for (const { index, whole, open, kind, name, close } of readmeBlocks(before)) {
    const line = before.slice(0, index).split("\n").length;
    const content = await blockContent(kind, name, packageName, plan, format);
    if (content === undefined) {
      const message = `The block "clientgen:${kind} ${name}" asks for what the document does not have.`;
      throw problem(
        shown,
        line,
        message,
        "Name an operation that has an example of its request, or needs no argument.",
      );
    }
    after += before.slice(end, index) + open + content + close;
    end = index + whole.length;
  }
  after += before.slice(end);
  const relativePath = relative(out, path).replaceAll(sep, "/");
  return {
    file: { path: relativePath, content: after },
    change: { path: relativePath, change: after === before ? "unchanged" : "changed" },
  };
}

function problem(file: string, line: number, message: string, fix: string): ProblemsError {
  return new ProblemsError([{ severity: "error", location: { file, line }, message, fix }]);
}

async function blockContent(
  kind: string,
  name: string,
  packageName: string,
  plan: PackagePlan,
  format: Formatter,
): Promise<string | undefined> {
  if (kind === "operations") return `\n${await format(operationsTable(plan), "markdown")}\n`;
  const operation = plan.operations.find(({ functionName }) => functionName === name);
  const example = operation && readmeExample(operation, plan);
  if (!example) return undefined;
  const source =
    kind === "quickstart" ? quickstart(operation, example, packageName, plan) : example;
  if (kind !== "quickstart" && kind !== "example") return undefined;
  return `\n\`\`\`ts\n${await format(source.text, "typescript")}\`\`\`\n\n`;
}

function quickstart(
  operation: OperationPlan,
  example: Code,
  packageName: string,
  plan: PackagePlan,
): Code {
  const factory = identifier(`create${plan.client}Client`);
  return code`import { ${factory} } from ${literal(packageName)};

const client = ${factory}(${clientOptionsExample(plan, operation)});

${example}`;
}

function operationsTable({ operations }: PackagePlan): string {
  const rows = operations.map(
    ({ functionName, operation }) =>
      `| \`${functionName}\` | \`${operation.method} ${operation.path}\` | ${cell(operation)} |\n`,
  );
  return `| operation | request | what it does |\n| --- | --- | --- |\n${rows.join("")}`;
}

/** Document text in a table: one line, no pipe, no HTML. */
function cell({ summary }: OperationPlan["operation"]): string {
  return (summary ?? "").replace(/\s+/g, " ").replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
