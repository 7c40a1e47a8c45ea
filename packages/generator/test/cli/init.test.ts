import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { configuration, PETS } from "../support/pets.js";
import { runClientgen } from "../support/run-clientgen.js";
import { readTree, temporaryFolder } from "../support/temporary-folder.js";

describe("clientgen init", () => {
  const example = "content: { application/json: { example: { name: Rex } } }";
  const withBody = `requestBody: { ${example} }, responses: { 204: { description: Done. } }`;

  async function init(pets: string) {
    const folder = await temporaryFolder({ "pets.yaml": pets });
    const run = await runClientgen(folder, ["init", "pets.yaml", "--name", "@x/pets"]);
    return { ...run, files: await readTree(join(folder, "pets")) };
  }

  test("begins the README with a call that can be written out", async () => {
    // Its example is a body's alone, and says no id.
    const changeStore = `  /stores/{id}:\n    put: { operationId: changeStore, ${withBody} }\n`;
    const { code, stderr, files } = await init(PETS.replace("  /stores/{id}:\n", changeStore));
    expect([code, stderr]).toEqual([0, ""]);
    expect(files["README.md"]).toContain("await client.listPets();");
  });

  test("prefers an example of the document's", async () => {
    const addPet = `{ operationId: addPet, ${withBody} }`;
    const { files } = await init(PETS.replace(/\{ operationId: addPet.*/, addPet));
    expect(files["README.md"]).toContain('await client.addPet({ name: "Rex" });');
  });

  test("tells what the document's author should know", async () => {
    const { stdout } = await init(PETS.replace('"200"', "Fine"));
    expect(stdout).toContain("  warning: pets.yaml:6:");
    expect(stdout).toMatch(/\nNext: cd pets && npm install && npm run build\n$/);
  });

  test("builds the package before it is packed", async () => {
    const { files } = await init(PETS);
    expect(JSON.parse(files["package.json"] ?? "")).toMatchObject({
      scripts: { prepack: "npm run build" },
    });
  });

  test("makes a new package that the configuration then knows", async () => {
    const folder = await temporaryFolder({
      "clientgen.config.json": configuration([{ spec: "old.yaml", out: "old" }]),
      "old.yaml": PETS,
      "pets.yaml": PETS,
    });
    const { code } = await runClientgen(folder, ["init", "pets.yaml", "--name", "@x/pets"]);
    expect(code).toBe(0);
    const files = await readTree(join(folder, "packages/pets"));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(["package.json", "README.md", "src/generated/index.ts"]),
    );
    expect(files["src/generated/definition.ts"]).toContain('userAgent: "x-pets/0.1.0"');
    expect((await runClientgen(folder, ["generate"])).code).toBe(0);
    expect((await runClientgen(folder, ["generate", "pets.yaml", "--check"])).code).toBe(0);
    const again = await runClientgen(folder, ["init", "pets.yaml", "--name", "@x/pets"]);
    expect([again.code, again.stderr]).toEqual([
      2,
      "packages/pets: This folder is not empty. Choose another folder with --out.\n",
    ]);
  });
});
