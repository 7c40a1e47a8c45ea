import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runProgram } from "../src/run-program.ts";
import { throwAwayRepository } from "./support/throw-away-repository.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const PAGE = join(root, "docs/pull-request-comment.md");
const PLACE = /(?<=<!-- comment:begin -->\n)[^]*(?=<!-- comment:end -->)/;

const UPDATE = `The comment has changed: run "UPDATE_GOLDENS=1 vitest run test/example.test.ts" here, and read it.`;

const PETS = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: https://pets.example, x-name: live }]
paths:
  /pets:
    get:
      operationId: listPets
      description: Tells the pets of a shop.
      responses:
        "200":
          description: All of them.
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Pet" } }
    post:
      operationId: addPet
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/NewPet" }
      responses:
        "200":
          description: The pet.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Pet" }
components:
  schemas:
    NewPet:
      type: object
      additionalProperties: false
      required: [name]
      properties:
        name: { type: string }
        owner: { type: string }
    Pet:
      type: object
      required: [id]
      properties:
        id: { type: string }
        mood: { type: string, enum: [calm, wild] }
`;

const CHANGED = PETS.replace("required: [name]", "required: [name, owner]")
  .replace("[calm, wild]", "[calm, wild, asleep]")
  .replace("Tells the pets of a shop.", "Tells the pets of a shop, the oldest first.");

const FILES = {
  "spec/pets.yaml": PETS,
  "clientgen.config.json": JSON.stringify({
    clients: [{ spec: "spec/pets.yaml", out: "packages/pets-client/src/generated" }],
  }),
  "packages/pets-client/package.json": JSON.stringify({
    name: "@acme/pets-client",
    version: "0.3.0",
  }),
  ".changeset/config.json": JSON.stringify({ baseBranch: "main" }),
};

test("the page shows a comment as it is written", async () => {
  const folder = await throwAwayRepository(async (place) => {
    for (const [path, text] of Object.entries(FILES)) {
      await mkdir(dirname(join(place, path)), { recursive: true });
      await writeFile(join(place, path), text);
    }
  });
  await writeFile(join(folder, "spec/pets.yaml"), CHANGED);
  const comment = join(root, "tools/regenerate/src/comment.ts");
  const { code, stdout, output } = await runProgram([process.execPath, comment], folder);
  expect(code, output).toBe(0);
  // The commit has another name each time.
  const text = stdout.replace(/\b[\da-f]{10}(?=:spec)/g, "829059cda5");
  const page = await readFile(PAGE, "utf8");
  const made = page.replace(PLACE, () => `\n${text}\n`);
  if (process.env["UPDATE_GOLDENS"]) await writeFile(PAGE, made);
  expect(await readFile(PAGE, "utf8"), UPDATE).toBe(made);
});
