import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compareDocuments } from "../../src/compare/compare-documents.js";
import { ACCEPTED_FILE } from "../../src/compare/accepted/read-accepted.js";
import { gitRepository } from "../support/git-repository.js";
import { inFolder } from "../support/in-folder.js";
import { PETS } from "../support/pets.js";
import { temporaryFolder, writeTree } from "../support/temporary-folder.js";

const REPORT = '## API Report File for "@pets/client"\n\n```ts\n\nexport type Pet = {};\n\n```\n';

test("the same document has not changed, whatever it is written in", async () => {
  const folder = await temporaryFolder({ "a.yaml": PETS, "b.yaml": `# The same.\n${PETS}` });
  expect(await compareDocuments(join(folder, "a.yaml"), join(folder, "b.yaml"))).toEqual({
    bump: "none",
    verdicts: { wire: "none", types: "none" },
    changes: [],
    accepted: [],
    warnings: [],
  });
});

test("what differs in words alone has not changed: another version of OpenAPI, other files, other names", async () => {
  const old = PETS.replace("openapi: 3.1.0", "openapi: 3.0.3").replace(
    "{ name: { type: string }, kind",
    "{ name: { type: string, nullable: true }, kind",
  );
  const [api = "", schemas = ""] = PETS.split("components:\n  schemas:\n");
  const parts = schemas
    .replaceAll(/^    /gm, "")
    .replace("{ name: { type: string }, kind", '{ name: { type: [string, "null"] }, kind');
  const folder = await temporaryFolder({
    "a.yaml": old,
    "b.yaml": api.replaceAll("#/components/schemas/", "./parts.yaml#/"),
    "parts.yaml": parts.replaceAll("#/components/schemas/", "#/"),
  });
  const { bump, changes } = await compareDocuments(join(folder, "a.yaml"), join(folder, "b.yaml"));
  expect([bump, changes]).toEqual(["none", []]);
});

test("a change in a file that the document refers to is told with that file, of a commit, too", async () => {
  const shared = (type: string) =>
    `Store: { type: object, properties: { name: { type: ${type} } } }`;
  const { folder } = await gitRepository({
    "spec/a.yaml": PETS.replaceAll("#/components/schemas/Store", "./common/shared.yaml#/Store"),
    "spec/common/shared.yaml": shared("string"),
  });
  await writeTree(folder, { "spec/common/shared.yaml": shared("integer") });
  await inFolder(folder, async () => {
    const { verdicts, changes } = await compareDocuments("v1:spec/a.yaml", "spec/a.yaml");
    expect(verdicts).toEqual({ wire: "major", types: "major" });
    expect(changes).toHaveLength(2);
    for (const { old, new: now } of changes) {
      expect(old).toMatchObject({ file: "v1:spec/common/shared.yaml", line: 1 });
      expect(now).toMatchObject({ file: "spec/common/shared.yaml", line: 1 });
      expect(now?.pointer).toMatch(/^\/Store\/properties\/name/);
    }
  });
});

test("a change of a schema that operations share names all of them, whichever judge finds it", async () => {
  const shared = PETS.replace("schemas/Store", "schemas/Pet");
  const folder = await temporaryFolder({
    "a.yaml": shared,
    "b.yaml": shared.replace("{ name: { type: string }, kind", "{ kind"),
  });
  const { changes } = await compareDocuments(join(folder, "a.yaml"), join(folder, "b.yaml"));
  expect(changes.map(({ judge, operation, operations }) => [judge, operation, operations])).toEqual(
    [
      ["wire", "listPets", ["listPets", "getStore"]],
      ["types", "listPets", ["listPets", "getStore"]],
    ],
  );
});

test("a schema that no operation reaches is exported, so callers notice that it is gone", async () => {
  const unreached = `${PETS}    Unreached: { type: object, properties: { name: { type: string } } }\n`;
  const folder = await temporaryFolder({ "a.yaml": unreached, "b.yaml": PETS });
  const { verdicts, changes } = await compareDocuments(
    join(folder, "a.yaml"),
    join(folder, "b.yaml"),
  );
  expect(verdicts.types).toBe("major");
  expect(changes).toContainEqual(
    expect.objectContaining({ judge: "types", rule: "export-removed", level: "major" }),
  );
});

test("the types of a document that no client can be made of are not compared", async () => {
  const folder = await temporaryFolder({
    "a.yaml": PETS,
    "b.yaml": PETS.replace("operationId: getStore", "x-retry: 3\n      operationId: getStore"),
  });
  const [a, b] = [join(folder, "a.yaml"), join(folder, "b.yaml")];
  const { verdicts, warnings } = await compareDocuments(a, b);
  expect(Object.keys(verdicts)).toEqual(["wire"]);
  expect(warnings).toEqual([
    expect.objectContaining({
      location: { file: b },
      message: expect.stringMatching(
        /^No client can be made of this, so no types are compared: /,
      ) as string,
    }),
  ]);
});

describe("the reports of a client's package", () => {
  const files = { "a.yaml": PETS, "client/api/index.api.md": REPORT };
  const clients = [{ folder: "", version: "0.1.0" }];

  test("are compared since the old document's commit", async () => {
    const { folder } = await gitRepository(files);
    await inFolder(folder, async () => {
      const options = { clients: [{ ...clients[0], folder: join(process.cwd(), "client") }] };
      const { verdicts, warnings } = await compareDocuments("v1:a.yaml", "a.yaml", options);
      expect([verdicts, warnings]).toEqual([{ wire: "none", types: "none", api: "none" }, []]);
    });
  });

  test("give way to those that are named", async () => {
    const { folder } = await gitRepository(files);
    await inFolder(folder, async () => {
      const reports = { old: "v1:client/api/index.api.md", new: "client/api/index.api.md" };
      const { verdicts } = await compareDocuments("a.yaml", "a.yaml", { reports });
      expect(verdicts).toHaveProperty("api", "none");
      const lost = { ...reports, new: "client/index.api.md" };
      await expect(compareDocuments("a.yaml", "a.yaml", { reports: lost })).rejects.toThrow(
        "client/index.api.md: There is no such file.",
      );
    });
  });
});

describe("the list of accepted breaks", () => {
  const entry = (pointer: string, until: string) =>
    `- { pointer: "${pointer}", reason: It never worked., until: ${until} }\n`;

  test("expires by the version of the client's package", async () => {
    const folder = await temporaryFolder({
      "a.yaml": PETS,
      [ACCEPTED_FILE]: entry("/paths/~1pets", "0.2.0"),
    });
    const a = join(folder, "a.yaml");
    const at = async (version: string) =>
      compareDocuments(a, a, { clients: [{ folder, version }] });
    expect((await at("0.1.9")).warnings).toEqual([]);
    await expect(at("0.2.0")).rejects.toThrow(
      "What is at /paths/~1pets was accepted until 0.2.0, and the package is at 0.2.0. Drop the entry: it no longer holds.",
    );
  });

  test("of a commit expires by the version that the package had then", async () => {
    const { folder, commit } = await gitRepository({
      "a.yaml": PETS,
      [ACCEPTED_FILE]: entry("/paths/~1pets", "0.2.0"),
      "client/package.json": '{ "name": "client", "version": "0.1.9" }',
    });
    await commit({ "client/package.json": '{ "name": "client", "version": "0.2.0" }' });
    await inFolder(folder, async () => {
      const clients = [{ folder: join(process.cwd(), "client"), version: "0.2.0" }];
      const { warnings } = await compareDocuments("v1:a.yaml", "v1:a.yaml", { clients });
      expect(warnings).toEqual([]);
      await expect(compareDocuments("v1:a.yaml", "main:a.yaml", { clients })).rejects.toThrow(
        "main:accepted-changes.yaml:1:",
      );
    });
  });

  test("takes a break with what the client's report says of it, and not with what else that says", async () => {
    const report = (pet: string, call: string) =>
      REPORT.replace(
        "export type Pet = {};",
        `export type Pet = { ${pet} };\n\nexport function listPets(${call}): Promise<Pet>;`,
      );
    const pointer = "/components/schemas/Pet/properties/name";
    const { folder } = await gitRepository({
      "a.yaml": PETS,
      "client/api/index.api.md": report("name?: string; kind?: string", ""),
    });
    const bumpWith = async (call: string) => {
      await writeTree(folder, {
        "a.yaml": PETS.replace("{ name: { type: string }, kind", "{ kind"),
        "client/api/index.api.md": report("kind?: string", call),
        [ACCEPTED_FILE]: entry(pointer, "1.0.0"),
      });
      return inFolder(folder, async () => {
        const clients = [{ folder: join(process.cwd(), "client") }];
        return compareDocuments("v1:a.yaml", "a.yaml", { clients });
      });
    };
    const all = { wire: "major", types: "major", api: "major" };
    expect(await bumpWith("")).toMatchObject({ bump: "minor", verdicts: all });
    expect(await bumpWith("page: number")).toMatchObject({ bump: "major", verdicts: all });
  });

  test("is told to be stale where neither document has the place", async () => {
    const { folder } = await gitRepository({ "a.yaml": PETS });
    await inFolder(folder, async () => {
      await writeTree(folder, {
        "a.yaml": PETS.replace("/stores/{id}:", "/shops/{id}:"),
        [ACCEPTED_FILE]: [
          entry("/paths/~1stores~1{id}", "1.0.0"),
          entry("/paths/~1shops~1{id}", "1.0.0"),
          entry("/paths/~1kiosks~1{id}", "1.0.0"),
        ].join(""),
      });
      const { warnings } = await compareDocuments("v1:a.yaml", "a.yaml");
      expect(warnings.map(({ location, message }) => [location.line, message])).toEqual([
        [3, "Neither document has anything at /paths/~1kiosks~1{id}."],
      ]);
      // Of a commit's document the commit's list holds, and this one has none.
      expect((await compareDocuments("v1:a.yaml", "v1:a.yaml")).warnings).toEqual([]);
    });
  });
});
