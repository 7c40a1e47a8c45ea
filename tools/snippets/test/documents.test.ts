import { prepareClient, writeClients } from "@plaid-partner/generator";
import { globSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkSnippets } from "../src/check-snippets.ts";
import { createProject, type Project } from "../src/project.ts";
import { readSnippets } from "../src/read-snippets.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");

const documents = ["*.md", "{docs,spec}/*.md", "{packages,tools}/*/README.md"]
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .sort()
  .map((file) => ({ file, snippets: readSnippets(file, read(file)) }))
  .filter(({ snippets }) => snippets.length > 0);

/** Documents by the folder that the project has their client in: the one that stands in the generator's README, and ours. */
function examples(): Map<string, string> {
  const [, first = ""] =
    /```yaml\n(openapi:[\s\S]*?)```/.exec(read("packages/generator/README.md")) ?? [];
  const others = globSync("tools/snippets/documents/*.yaml", { cwd: root });
  return new Map([
    ["generated", first],
    ...others.map((file) => [parse(file).name, read(file)] as const),
  ]);
}

let project: Project;
beforeAll(async () => {
  project = await createProject();
  for (const [name, document] of examples()) {
    await project.write({ [`${name}.yaml`]: document });
    const spec = join(project.folder, `${name}.yaml`);
    await writeClients([await prepareClient({ spec, out: join(project.folder, name) })]);
  }
});
afterAll(() => project?.remove());

test("the documents with snippets are found", () => {
  expect(documents.map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      "README.md",
      "docs/migrating-from-plaid-node.md",
      "packages/customer-client/README.md",
      "packages/generator/README.md",
      "packages/runtime/README.md",
      "packages/sandbox/README.md",
    ]),
  );
});

test.each(documents)("$file: each block of TypeScript compiles", async ({ snippets }) => {
  expect(await checkSnippets(project, snippets)).toEqual([]);
});
