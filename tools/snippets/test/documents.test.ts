import { prepareClient, writeClients } from "@plaid-partner/generator";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
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

let project: Project;
beforeAll(async () => {
  project = await createProject();
  await generate(
    "generated",
    /```yaml\n(openapi:[\s\S]*?)```/.exec(read("packages/generator/README.md"))![1]!,
  );
  await generate("pets", readFileSync(new URL("../documents/pets.yaml", import.meta.url), "utf8"));
});
afterAll(() => project?.remove());

/** Makes a client in the project: `./generated` is of the document in the generator's README, `./pets` of our own. */
async function generate(name: string, document: string): Promise<void> {
  await project.write({ [`${name}.yaml`]: document });
  const spec = join(project.folder, `${name}.yaml`);
  await writeClients([await prepareClient({ spec, out: join(project.folder, name) })]);
}

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
