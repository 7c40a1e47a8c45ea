import { afterEach, beforeEach, expect, test } from "vitest";
import { checkSnippets } from "../src/check-snippets.ts";
import { createProject, type Project } from "../src/project.ts";
import { readSnippets } from "../src/read-snippets.ts";

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.remove());

const check = (text: string) => checkSnippets(project, readSnippets("docs/x.md", text));
const block = (code: string) => `\`\`\`ts\n${code}\n\`\`\`\n`;

test("right ones pass, with the packages that a reader would install", async () => {
  const text = `
${block('import { createCustomerClient } from "@plaid-partner/customer-client";\nimport { PlaidApi } from "plaid";\nvoid [createCustomerClient, PlaidApi];')}
${block("const same = 1;")}
${block("const same = await Promise.resolve(2);")}
`;
  expect(await check(text)).toEqual([]);
});

test("wrong ones are told by their line in the document", async () => {
  const text = `# Title\n\n${block("const a = 1;\nconst b: string = a;")}\n${block("missing();")}`;
  expect(await check(text)).toEqual([
    "docs/x.md:5:7 TS2322: Type 'number' is not assignable to type 'string'.",
    "docs/x.md:9:1 TS2304: Cannot find name 'missing'.",
  ]);
});

test("what is given holds from there on, and gives way to what a snippet declares", async () => {
  const text = `<!-- given: const client: { get(): number }; -->
${block("client.get().toFixed();")}
${block('const client = "mine";\nclient.toUpperCase();')}
<!-- given: -->
${block("client.get();")}`;
  expect(await check(text)).toEqual(["docs/x.md:13:1 TS2304: Cannot find name 'client'."]);
});

test("what is given is checked itself", async () => {
  const [problem] = await check(
    `<!-- given: const client: import("plaid").Lost; -->\n${block("client;")}`,
  );
  expect(problem).toContain("has no exported member 'Lost'");
});
