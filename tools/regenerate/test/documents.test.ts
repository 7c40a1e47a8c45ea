import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Document, parseDocument } from "yaml";
import { readClients } from "../src/clients.ts";
import { runProgram } from "../src/run-program.ts";
import { clientgen } from "../src/steps.ts";
import type { Told } from "../src/told.ts";
import { throwAwayRepository } from "./support/throw-away-repository.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const COMMENT = join(root, "tools/regenerate/src/comment.ts");

/** The documents of this repository and what belongs to them, in a repository of its own with one commit. */
function throwAway(): Promise<string> {
  return throwAwayRepository(async (folder) => {
    const parts = readClients(root).flatMap(({ folder: client }) => [
      `${client}/package.json`,
      `${client}/api`,
    ]);
    for (const path of ["spec", "clientgen.config.json", ".changeset", ...parts]) {
      // Links into node_modules lead elsewhere from there.
      const filter = (source: string) => !/[\\/](node_modules|\.turbo)$/.test(source);
      await cp(join(root, path), join(folder, path), { recursive: true, filter });
    }
  });
}

type Edit = (document: Document) => void;

/** Changes a document as somebody does who knows YAML. */
async function edit(folder: string, path: string, change: Edit): Promise<void> {
  const file = join(folder, path);
  const document = parseDocument(await readFile(file, "utf8"));
  change(document);
  await writeFile(file, document.toString());
}

const changeset = (folder: string, ...args: string[]) =>
  runProgram(clientgen("changeset", ...args), folder);

const [CLIENT] = readClients(root);
const spec = CLIENT?.spec ?? "";

/** The first operation, and the schema of its request. */
const operation = (document: Document) => {
  const path = Object.keys((document.toJS() as OpenApi).paths)[0] ?? "";
  const { post } = (document.toJS() as OpenApi).paths[path] ?? {};
  const schema = post?.requestBody.content["application/json"].schema.$ref.split("/").at(-1) ?? "";
  return { at: ["paths", path, "post"], schema: ["components", "schemas", schema] };
};

interface OpenApi {
  readonly paths: Record<
    string,
    {
      readonly post: {
        readonly requestBody: {
          readonly content: {
            readonly "application/json": { readonly schema: { readonly $ref: string } };
          };
        };
      };
    }
  >;
}

const EDITS: [string, string, Edit, { bump: string; release: string }, string][] = [
  [
    "other words",
    spec,
    (document) => document.setIn([...operation(document).at, "description"], "Said otherwise."),
    { bump: "patch", release: "patch" },
    "described in other words",
  ],
  [
    "a new field of a request",
    spec,
    (document) =>
      document.setIn([...operation(document).schema, "properties", "nickname"], { type: "string" }),
    { bump: "minor", release: "minor" },
    "`nickname`",
  ],
  [
    "a new field that is required",
    spec,
    (document) => {
      const { schema } = operation(document);
      document.setIn([...schema, "properties", "nickname"], { type: "string" });
      document.addIn([...schema, "required"], "nickname");
    },
    { bump: "major", release: "minor" },
    "- **Breaking:** ",
  ],
  [
    "a value that a shared enum of answers got",
    "spec/common/errors.yaml",
    (document) => document.addIn(["PlaidErrorCode", "enum"], "MISSING_PATIENCE"),
    { bump: "minor", release: "minor" },
    "MISSING_PATIENCE",
  ],
];

describe("an edit of the documents", () => {
  test.each(EDITS)("%s: what is written and what is checked agree", async (...given) => {
    const [, path, change, levels, told] = given;
    const name = CLIENT?.name ?? "";
    const folder = await throwAway();
    await edit(folder, path, change);
    const written = await changeset(folder, "--json");
    expect(written.code, written.stderr).toBe(0);
    const { clients, changesets } = JSON.parse(written.stdout) as Told;
    expect(clients).toMatchObject([{ package: name, ...levels }]);
    const text = await readFile(join(folder, changesets[0]?.path ?? ""), "utf8");
    expect(text).toContain(`\n"${name}": ${levels.release}\n---\n`);
    expect(text).toContain(told);
    expect((await changeset(folder, "--check")).code).toBe(0);
  });

  test("what no changeset tells of is named", async () => {
    const folder = await throwAway();
    const [, path, change] = EDITS[1]!;
    await edit(folder, path, change);
    const { code, stderr } = await changeset(folder, "--check");
    expect(code).toBe(1);
    expect(stderr).toContain(`${CLIENT?.name}: ${path} changed since `);
  });

  test("a comment asks for nothing", async () => {
    const folder = await throwAway();
    const before = await readdir(join(folder, ".changeset"));
    await edit(folder, spec, (document) => (document.commentBefore = "Edited."));
    expect((await changeset(folder)).stdout).toMatch(/^Nothing that a client's callers can notice/);
    expect(await readdir(join(folder, ".changeset"))).toEqual(before);
  });

  test("the comment of a pull request has what a client needs, and what changed", async () => {
    const folder = await throwAway();
    const comment = () => runProgram([process.execPath, COMMENT, "--since", "main"], folder);
    expect((await comment()).stdout).toMatch(/^\*\*Callers notice nothing\*\*/);
    const [name, path, change, , told] = EDITS[1]!;
    await edit(folder, path, change);
    await changeset(folder);
    const { code, stdout, output } = await comment();
    expect(code, output).toBe(0);
    expect(stdout, name).toContain(`| \`${CLIENT?.name}\` | minor | is there |`);
    expect(stdout).toContain(told);
  });
});
