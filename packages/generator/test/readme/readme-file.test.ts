import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readmeFile } from "../../src/readme/readme-file.js";
import { document, planOf, prettier } from "../support/stages.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const TEXT = document(
  'paths: { /a: { post: { operationId: addPet, summary: "Add | a <pet>", requestBody: { content: { application/json: { examples: { one: { value: { name: Rex } } } } } }, responses: { 200: { content: { application/json: { example: { id: 1, "a-b": 2 } } } } } } }, /b: { get: { operationId: listPets, responses: { 204: {} } } }, "/c/{id}": { get: { operationId: getPet, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { 204: {} } } } }',
);

async function update(readme: string, packageJson = '{ "name": "@pets/client" }') {
  const folder = await temporaryFolder({
    "README.md": readme,
    "package.json": packageJson,
  });
  const path = join(folder, "README.md");
  const { plan } = planOf(TEXT);
  const result = await readmeFile(path, "README.md", join(folder, "src"), plan, await prettier());
  expect(await readFile(path, "utf8")).toBe(readme);
  return result;
}

const block = (name: string, content = "") =>
  `<!-- clientgen:${name} -->\n${content}<!-- /clientgen -->`;

test("fills its blocks, and leaves the rest alone", async () => {
  const { file, change } = await update(
    `# Pets\n\n${block("quickstart addPet")}\n\nmine\n\n${block("operations", "old\n")}\n\n${block("example addPet")}\n`,
  );
  expect(change).toEqual({ path: "../README.md", change: "changed" });
  expect(file.content).toBe(`# Pets

<!-- clientgen:quickstart addPet -->

\`\`\`ts
import { createTestClient } from "@pets/client";

const client = createTestClient({ environment: "live" });

const { id } = await client.addPet({ name: "Rex" });
\`\`\`

<!-- /clientgen -->

mine

<!-- clientgen:operations -->

| operation  | request       | what it does      |
| ---------- | ------------- | ----------------- |
| \`addPet\`   | \`POST /a\`     | Add \\| a &lt;pet> |
| \`listPets\` | \`GET /b\`      |                   |
| \`getPet\`   | \`GET /c/{id}\` |                   |

<!-- /clientgen -->

<!-- clientgen:example addPet -->

\`\`\`ts
const { id } = await client.addPet({ name: "Rex" });
\`\`\`

<!-- /clientgen -->
`);
  expect((await update(file.content)).change.change).toBe("unchanged");
});

test("calls what needs no argument without one", async () => {
  const { file } = await update(`${block("example listPets")}\n`);
  expect(file.content).toContain("await client.listPets();\n");
});

test("says in the quickstart which credentials are needed", async () => {
  const folder = await temporaryFolder({ "README.md": `${block("quickstart addPet")}\n` });
  const secured = TEXT.replace(
    "paths:",
    "components: { securitySchemes: { bearerAuth: { type: http, scheme: bearer } } }\nsecurity: [{ bearerAuth: [] }]\npaths:",
  );
  const { plan } = planOf(secured);
  const { file } = await readmeFile(
    join(folder, "README.md"),
    "README.md",
    folder,
    plan,
    await prettier(),
  );
  expect(file.content).toContain(
    'createTestClient({ environment: "live", credentials: { bearerAuth: "YOUR_TOKEN" } });',
  );
});

test.each(["quickstart getPet", "example nobody", "nonsense addPet"])(
  "tells of a block that can't be filled: %s",
  async (name) => {
    await expect(update(`one\n${block(name)}`)).rejects.toThrow(
      `README.md:2: The block "clientgen:${name}" asks for what the document does not have. Name an operation that has an example of its request, or needs no argument.`,
    );
  },
);

test("tells of a README that is missing", async () => {
  const folder = await temporaryFolder();
  const { plan } = planOf(TEXT);
  const update = readmeFile(join(folder, "no.md"), "no.md", folder, plan, await prettier());
  await expect(update).rejects.toThrow(
    'no.md:1: There is no such file, or it can\'t be read. Write it, or drop "readme" from the configuration.',
  );
});

test.each(["{}", '{ "name": 5 }', "no JSON"])(
  "imports from the client's own entry where the package has no name: %s",
  async (packageJson) => {
    const { file } = await update(block("quickstart addPet"), packageJson);
    expect(file.content).toContain('import { createTestClient } from "./index.js";');
  },
);
