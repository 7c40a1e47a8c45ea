import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { configuration, PETS } from "../support/pets.js";
import { runClientgen } from "../support/run-clientgen.js";
import { readTree, temporaryFolder } from "../support/temporary-folder.js";

const OPENAPI = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";
const OK = "responses: { 204: { description: Done } }";
const schema = (text: string) => `${OPENAPI}paths: {}\ncomponents: { schemas: { A: ${text} } }\n`;

interface Row {
  readonly name: string;
  /** Files by name; `api.yaml` is the document. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Instead of `generate api.yaml --out out`. */
  readonly args?: readonly string[];
  /** The lines on standard error. */
  readonly says: readonly string[];
}

const rows: readonly Row[] = [
  { name: "a file that is missing", says: ["api.yaml: There is no such file. Check the path."] },
  {
    name: "a folder",
    files: { "folder/x": "" },
    args: ["generate", "folder", "--out", "out"],
    says: ["folder: This is a folder. Name the OpenAPI document in it."],
  },
  {
    name: "an empty file",
    files: { "api.yaml": "" },
    says: ["api.yaml: This file is empty. Write what belongs into it, or name another."],
  },
  {
    name: "a binary file",
    files: { "api.yaml": "PK\0\0" },
    says: ["api.yaml: This file is binary. Name a YAML or JSON document, in UTF-8."],
  },
  {
    name: "invalid UTF-8",
    files: { "api.yaml": new Uint8Array([0x6f, 0xc3, 0x28]) },
    says: ["api.yaml: This file is not UTF-8 text. Name a YAML or JSON document, in UTF-8."],
  },
  {
    name: "broken YAML",
    files: { "api.yaml": "openapi: 3.1.0\ninfo:\n  title: a: b\n" },
    says: [
      "api.yaml:3:10: This is not valid YAML or JSON: Nested mappings are not allowed in compact mappings. Mend the syntax here.",
    ],
  },
  {
    name: "broken JSON",
    files: { "api.json": '{\n  "openapi": "3.1.0",\n  "info": { "title" "T" }\n}' },
    args: ["generate", "api.json", "--out", "out"],
    says: [
      "api.json:3:21: This is not valid YAML or JSON: Missing , or : between flow map items. Mend the syntax here.",
    ],
  },
  {
    name: "a key given twice",
    files: { "api.yaml": `${OPENAPI}paths: {}\npaths: {}\n` },
    says: ['api.yaml:4:1: The key "paths" stands twice in one map. Keep one of the two.'],
  },
  {
    name: "a list",
    files: { "api.yaml": "- openapi: 3.1.0\n" },
    says: [
      "api.yaml:1:1 #: This is not an OpenAPI document: its root is not a map. Give clientgen an OpenAPI 3.0, 3.1 or 3.2 document.",
    ],
  },
  {
    name: "Swagger 2.0",
    files: { "api.yaml": 'swagger: "2.0"\npaths: {}\n' },
    says: [
      "api.yaml:1:10 #/swagger: This is a Swagger 2.0 document. Convert it to OpenAPI 3 first, for instance with @scalar/openapi-upgrader.",
    ],
  },
  {
    name: "OpenAPI 4.0",
    files: { "api.yaml": "openapi: 4.0.0\npaths: {}\n" },
    says: [
      "api.yaml:1:10 #/openapi: OpenAPI 4.0.0 is not supported. Give clientgen an OpenAPI 3.0, 3.1 or 3.2 document.",
    ],
  },
  {
    name: "no version",
    files: { "api.yaml": "paths: {}\n" },
    says: ['api.yaml:1:1 #: The field "openapi" is missing. Add "openapi: 3.1.0".'],
  },
  {
    name: "no paths",
    files: { "api.yaml": OPENAPI },
    says: ['api.yaml:1:1 #: The document has no "paths". Add "paths" with the operations.'],
  },
  {
    name: "a reference that leads nowhere",
    files: { "api.yaml": schema('{ $ref: "#/components/schemas/B" }') },
    says: [
      'api.yaml:4:37 #/components/schemas/A/$ref: The reference "#/components/schemas/B" leads nowhere. Define what it names, or correct the name.',
    ],
  },
  {
    name: "a reference to a file that is missing",
    files: { "api.yaml": schema("{ $ref: parts/b.yaml#/B }") },
    says: [
      'api.yaml:4:37 #/components/schemas/A/$ref: The reference "parts/b.yaml#/B" leads to a file that can\'t be used. Mend this first: parts/b.yaml: There is no such file. Check the path.',
    ],
  },
  {
    name: "a reference to a broken file",
    files: { "api.yaml": schema("{ $ref: b.yaml }"), "b.yaml": "type: object\ntype: string\n" },
    says: [
      'api.yaml:4:37 #/components/schemas/A/$ref: The reference "b.yaml" leads to a file that can\'t be used. Mend this first: b.yaml:2:1: The key "type" stands twice in one map. Keep one of the two.',
    ],
  },
  {
    name: "a mistake in a file that is referred to",
    files: { "api.yaml": schema("{ $ref: b.yaml#/B }"), "b.yaml": "B:\n  properties: 5\n" },
    says: ['b.yaml:2:15 #/B/properties: There must be a map at "properties". Mend its value.'],
  },
  {
    name: "a reference to a web address",
    files: { "api.yaml": schema("{ $ref: 'https://x.example/b.yaml' }") },
    says: [
      'api.yaml:4:37 #/components/schemas/A/$ref: The reference "https://x.example/b.yaml" is an address, not a path. Keep what it names in a file, and refer to that by a relative path.',
    ],
  },
  {
    name: "references in a circle",
    files: {
      "api.yaml": `${OPENAPI}paths: { /a: { $ref: "#/components/pathItems/a" } }\ncomponents: { pathItems: { a: { $ref: "#/components/pathItems/a" } } }\n`,
    },
    says: [
      'api.yaml:3:22 #/paths/~1a/$ref: The reference "#/components/pathItems/a" leads back to itself. Break the circle.',
      'api.yaml:4:39 #/components/pathItems/a/$ref: The reference "#/components/pathItems/a" leads back to itself. Break the circle.',
    ],
  },
  {
    name: "an operationId given twice",
    files: {
      "api.yaml": `${OPENAPI}paths:\n  /a: { get: { operationId: x, ${OK} } }\n  /b: { get: { operationId: x, ${OK} } }\n`,
    },
    says: [
      'api.yaml:5:29 #/paths/~1b/get/operationId: The operationId "x" stands already at api.yaml:4. Give each operation an operationId of its own.',
    ],
  },
  {
    name: "a path parameter that is not in the path",
    files: {
      "api.yaml": `${OPENAPI}paths:\n  /a: { get: { parameters: [{ name: id, in: path, required: true }], ${OK} } }\n`,
    },
    says: [
      'api.yaml:4:29 #/paths/~1a/get/parameters/0: The path parameter "id" does not stand in the path "/a". Put {id} into the path, or remove the parameter.',
    ],
  },
  {
    name: "security without a scheme",
    files: { "api.yaml": `${OPENAPI}paths: {}\nsecurity: [{ key: [] }]\n` },
    says: [
      'api.yaml:4:19 #/security/0/key: The security requirement "key" names no scheme. Define it under components.securitySchemes, or correct the name.',
    ],
  },
  {
    name: "wrong marks",
    files: {
      "api.yaml": `${OPENAPI}paths:\n  /a: { post: { x-idempotent: 1, ${OK} } }\ncomponents: { schemas: { A: { x-error-class: { NO: Wrong } } } }\n`,
    },
    says: [
      "api.yaml:4:31 #/paths/~1a/post/x-idempotent: x-idempotent must be a boolean. Write true or false.",
      'api.yaml:5:52 #/components/schemas/A/x-error-class/NO: x-error-class gives "NO" a class that is not known: "Wrong". Use one of ApiError, AuthenticationError, NotFoundError, RateLimitError.',
    ],
  },
  {
    name: "hostile text",
    files: {
      "api.yaml": `${OPENAPI}paths: {}\nsecurity: [{ "a\\nb\\e[31m\\u2028c": [] }]\n`,
    },
    says: [
      'api.yaml:4:35 #/security/0/a b [31m c: The security requirement "a b [31m c" names no scheme. Define it under components.securitySchemes, or correct the name.',
    ],
  },
  {
    name: "globs that match nothing",
    files: { "api.yaml": PETS },
    args: ["generate", "api.yaml", "--out", "out", "--include", "put*"],
    says: [
      "api.yaml:5:3 #/paths: No operation matches put*. --include takes globs over operationIds and paths.",
    ],
  },
  {
    name: "an unknown option",
    args: ["generate", "--fast"],
    says: ['clientgen: There is no option "--fast". See "clientgen --help".'],
  },
  {
    name: "an unknown command",
    args: ["make"],
    says: ['clientgen: There is no command "make". The commands are generate and init.'],
  },
  {
    name: "--out without a value",
    files: { "api.yaml": PETS },
    args: ["generate", "api.yaml", "--out"],
    says: ['clientgen: --out needs a value. See "clientgen --help".'],
  },
  {
    name: "a second document",
    files: { "api.yaml": PETS },
    args: ["generate", "api.yaml", "api.yaml", "--out", "out"],
    says: ['clientgen: "api.yaml" is one argument too many. Name one document.'],
  },
  {
    name: "a file in the place of the folder",
    files: { "api.yaml": PETS, "file.txt": "" },
    args: ["generate", "api.yaml", "--out", "file.txt"],
    says: ["file.txt: This path leads through a file. Name a folder with --out."],
  },
  {
    name: "no configuration to ask",
    files: { "api.yaml": PETS },
    args: ["generate", "api.yaml"],
    says: [
      "clientgen: There is neither --out nor a clientgen.config.json to say where to write. Add --out DIR.",
    ],
  },
  {
    name: "nothing to do",
    args: ["generate"],
    says: [
      "clientgen: There is nothing to generate. Name a document and --out, or list the clients in clientgen.config.json.",
    ],
  },
  {
    name: "a document that the configuration does not have",
    files: {
      "api.yaml": PETS,
      "clientgen.config.json": configuration([{ spec: "b.yaml", out: "out" }]),
    },
    args: ["generate", "api.yaml"],
    says: [
      "clientgen: clientgen.config.json has no client of api.yaml, and there is no --out. Add --out DIR.",
    ],
  },
  {
    name: "a broken configuration",
    files: { "clientgen.config.json": '{\n  "clients": [,]\n}' },
    args: ["generate"],
    says: [
      "clientgen.config.json:2:15: This is not valid YAML or JSON: Unexpected , in flow sequence. Mend the syntax here.",
    ],
  },
  {
    name: "a configuration with a member that is not known",
    files: {
      "api.yaml": PETS,
      "clientgen.config.json": '{ "clients": [{ "spec": "api.yaml", "out": "out", "speed": 9 }] }',
    },
    args: ["generate"],
    says: [
      'clientgen.config.json:1:60 #/clients/0/speed: "speed" is not known. Known are spec, out, readme, include.',
    ],
  },
  {
    name: "a folder that two clients share",
    files: {
      "api.yaml": PETS,
      "clientgen.config.json": configuration([
        { spec: "api.yaml", out: "out" },
        { spec: "api.yaml", out: "out" },
      ]),
    },
    args: ["generate"],
    says: [
      'clientgen.config.json:1:70 #/clients/1/out: "out" is the folder of client 1, too. Give each client a folder of its own.',
    ],
  },
  {
    name: "a README that is missing",
    files: {
      "api.yaml": PETS,
      "clientgen.config.json": configuration([{ spec: "api.yaml", out: "out", readme: "R.md" }]),
    },
    args: ["generate"],
    says: ['R.md:1: There is no such file. Write it, or drop "readme" from the configuration.'],
  },
  {
    name: "several problems at once",
    files: {
      "api.yaml": `openapi: 3.1.0\ninfo: {}\npaths:\n  a: { get: { operationId: 1, security: [{ no: [] }], ${OK} } }\n  /b: { $ref: b.yaml }\n`,
    },
    says: [
      'api.yaml:2:7 #/info: The document has no title. Add "info: { title: … }".',
      'api.yaml:4:6 #/paths/a: The path "a" does not begin with "/". Write "/a".',
      "api.yaml:4:28 #/paths/a/get/operationId: An operationId must be a string. Write it in quotes.",
      'api.yaml:4:48 #/paths/a/get/security/0/no: The security requirement "no" names no scheme. Define it under components.securitySchemes, or correct the name.',
      'api.yaml:5:15 #/paths/~1b/$ref: The reference "b.yaml" leads to a file that can\'t be used. Mend this first: b.yaml: There is no such file. Check the path.',
    ],
  },
];

describe("bad input ends with exit code 2 and nothing written", { timeout: 60_000 }, () => {
  test.each(rows)("$name", async ({ files = {}, args, says }) => {
    const folder = await temporaryFolder();
    for (const [name, content] of Object.entries(files)) {
      if (name.includes("/")) await mkdir(join(folder, name, ".."), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    const before = await readTree(folder);
    const { code, stdout, problems } = await runClientgen(
      folder,
      args ?? ["generate", "api.yaml", "--out", "out"],
    );
    expect(problems).toEqual(says);
    expect([code, stdout]).toEqual([2, ""]);
    expect(await readTree(folder)).toEqual(before);
  });
});

test("leaves an earlier client as it was", { timeout: 60_000 }, async () => {
  const folder = await temporaryFolder({ "api.yaml": PETS });
  await runClientgen(folder, ["generate", "api.yaml", "--out", "out"]);
  await writeFile(join(folder, "api.yaml"), PETS.replace("schemas/Pet", "schemas/Nobody"));
  const before = await readTree(folder);
  expect((await runClientgen(folder, ["generate", "api.yaml", "--out", "out"])).code).toBe(2);
  expect(await readTree(folder)).toEqual(before);
});

test("tells programs what is wrong in JSON, too", { timeout: 60_000 }, async () => {
  const folder = await temporaryFolder({ "api.yaml": "openapi: 4.0.0" });
  const { code, stdout } = await runClientgen(folder, [
    "generate",
    "api.yaml",
    "--out",
    "o",
    "--json",
  ]);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({
    files: [],
    problems: [{ severity: "error", file: "api.yaml", line: 1, pointer: "/openapi" }],
  });
});

/** Nobody on most systems; root may write anywhere, so that somebody else has to try. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

test.skipIf(process.platform === "win32")(
  "refuses a folder that may not be written to",
  { timeout: 60_000 },
  async ({ skip }) => {
    const folder = await temporaryFolder({ "api.yaml": PETS, "locked/x.txt": "" });
    await chmod(folder, 0o755);
    await chmod(join(folder, "locked"), 0o555);
    const options = isRoot ? { uid: NOBODY } : {};
    const help = await runClientgen(folder, ["--version"], options).catch(() => undefined);
    if (help?.code !== 0) skip("This user may not run what root has built.");
    for (const out of ["locked", "locked/deep"]) {
      const { code, problems } = await runClientgen(
        folder,
        ["generate", "api.yaml", "--out", out],
        options,
      );
      expect([code, problems]).toEqual([
        2,
        [
          `${out}: This folder may not be written to. Give yourself write permission, or name another folder.`,
        ],
      ]);
    }
    expect(Object.keys(await readTree(join(folder, "locked")))).toEqual(["x.txt"]);
  },
);
