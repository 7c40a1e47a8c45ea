import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundle } from "../../src/load/bundle.js";
import { resolvePointer } from "../../src/load/json-pointer.js";
import type { AccessOptions } from "../../src/load/access.js";
import { addressesOf, loadSources } from "../../src/load/load-sources.js";
import type { SourceDocument } from "../../src/load/parse-document.js";
import { formatProblem } from "../../src/problem.js";
import { redirect, serveFiles } from "../support/serve-files.js";
import { schemas } from "../support/stages.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const asYaml = (folder: string, text: string) => text.replaceAll(`${folder}/`, "");

/** The component schemas of a document with all that it refers to, and what is wrong with it. */
async function load(address: string, folder: string, options: AccessOptions = {}) {
  const sources = await loadSources(address, asYaml(folder, address), options);
  const problems: string[] = [];
  const entry = sources.get(address) as SourceDocument;
  const { root } = bundle(entry, sources, (problem) =>
    problems.push(formatProblem(problem).replace(/^\S+ \S+ /, "")),
  );
  return { schemas: resolvePointer(root, "/components/schemas"), problems, sources };
}

async function loadFiles(files: Readonly<Record<string, string>>, options?: AccessOptions) {
  const folder = await temporaryFolder(files);
  return { folder, ...(await load(join(folder, "in/api.yaml"), folder, options)) };
}

const ALLOW = "If it is meant, allow it with --allow-external.";

test("reads files in the document's folder, and no further", async () => {
  const files = {
    "in/api.yaml": schemas('A: { $ref: "parts/a.yaml#/A" }\nB: { $ref: "../b.yaml#/B" }'),
    "in/parts/a.yaml": 'A: { properties: { c: { $ref: "../c.yaml" } } }',
    "in/c.yaml": "type: string",
    "b.yaml": "B: { type: number }",
  };
  const { folder, schemas: found, problems, sources } = await loadFiles(files);
  expect(found).toMatchObject({ c: { type: "string" }, B: {} });
  expect(problems).toEqual([
    `The reference "../b.yaml#/B" leads out of the document's folder. ${ALLOW}`,
  ]);
  expect(addressesOf(sources).map((path) => asYaml(folder, path))).toEqual([
    "in/api.yaml",
    "in/parts/a.yaml",
    "in/c.yaml",
  ]);
  const all = await loadFiles(files, { allowExternal: true });
  expect(all.problems).toEqual([]);
  expect(all.schemas).toMatchObject({ B: { $ref: "#/components/schemas/B2" } });
});

test("counts a link to a file elsewhere as out of the folder", async () => {
  const folder = await temporaryFolder({
    "in/api.yaml": schemas('A: { $ref: "link.yaml" }'),
    "secret.yaml": "type: string",
  });
  await symlink("../secret.yaml", join(folder, "in/link.yaml"));
  const { problems } = await load(join(folder, "in/api.yaml"), folder);
  expect(problems).toEqual([
    `The reference "link.yaml" leads out of the document's folder. ${ALLOW}`,
  ]);
});

test("lets a whole folder be a link", async () => {
  const folder = await temporaryFolder({
    "in/api.yaml": schemas('A: { $ref: "b.yaml" }'),
    "in/b.yaml": "type: string",
  });
  await symlink("in", join(folder, "linked"));
  expect((await load(join(folder, "linked/api.yaml"), folder)).problems).toEqual([]);
});

test.each([
  ["https://x.example/a.yaml", "leads to the web.", ALLOW],
  ["file:///etc/hostname", "leads out of the document's folder.", ALLOW],
  ["urn:a:b", "can't be followed.", "Refer to a file by a relative path, or to an https URL."],
  ["//x/y", "can't be followed.", "Refer to a file by a relative path, or to an https URL."],
])("refuses %s without asking for it", async (reference, why, fix) => {
  const { problems } = await loadFiles({ "in/api.yaml": schemas(`A: { $ref: "${reference}" }`) });
  expect(problems).toEqual([`The reference "${reference}" ${why} ${fix}`]);
});

test("reads nothing for the sake of a $ref in plain data", async () => {
  const { origin, asked } = await serveFiles({});
  const { problems } = await loadFiles(
    {
      "in/api.yaml": schemas(
        `A: { example: { $ref: "${origin}/a" }, default: { $ref: "${origin}/b" }, x-c: { $ref: "${origin}/c" } }`,
      ),
    },
    { allowExternal: true },
  );
  expect([problems, asked]).toEqual([[], []]);
});

test("fetches a document and what it refers to, relative to where it came from", async () => {
  const server = await serveFiles({
    "/start": redirect("/v1/api.yaml"),
    "/v1/api.yaml": schemas('A: { $ref: "parts/a.yaml#/A" }'),
    "/v1/parts/a.yaml": 'A: { properties: { b: { $ref: "../b.json" } } }',
    "/v1/b.json": '{ "type": "string" }',
  });
  const headers = { authorization: "Bearer secret" };
  const { schemas: found, problems } = await load(`${server.origin}/start`, "", { headers });
  expect(problems).toEqual([]);
  expect(found).toMatchObject({ b: { type: "string" } });
  expect(server.asked.map(({ path }) => path)).toEqual([
    "/start",
    "/v1/api.yaml",
    "/v1/parts/a.yaml",
    "/v1/b.json",
  ]);
  for (const { headers: sent } of server.asked) expect(sent.authorization).toBe("Bearer secret");
});

test("leaves the origin only where that is allowed, and without the headers", async () => {
  const other = await serveFiles({ "/b.yaml": "type: string" });
  const own = await serveFiles({
    "/api.yaml": schemas(
      `A: { $ref: "${other.origin}/b.yaml" }\nB: { $ref: "moved.yaml" }\nC: { $ref: "file:///etc/hostname" }`,
    ),
    "/moved.yaml": redirect(`${other.origin}/b.yaml`),
  });
  const headers = { authorization: "Bearer secret" };
  const closed = await load(`${own.origin}/api.yaml`, "", { headers });
  const file =
    'The reference "file:///etc/hostname" leads from the web to a file of this machine. Refer to a file by a relative path, or to an https URL.';
  expect(closed.problems).toEqual([
    `The reference "${other.origin}/b.yaml" leads to another site. ${ALLOW}`,
    `The reference "moved.yaml" leads to a file that can't be used. Mend this first: ${own.origin}/moved.yaml: The server redirects to another site, ${other.origin}. ${ALLOW}`,
    file,
  ]);
  expect(other.asked).toEqual([]);
  const open = await load(`${own.origin}/api.yaml`, "", { headers, allowExternal: true });
  expect(open.problems).toEqual([file]);
  expect(other.asked.map(({ headers: sent }) => sent.authorization)).toEqual([
    undefined,
    undefined,
  ]);
});

test("asks a server that does not answer in time once", async () => {
  const server = await serveFiles({
    "/api.yaml": schemas('A: { $ref: "a.yaml" }\nB: { $ref: "b.yaml" }'),
    "/a.yaml": () => undefined,
    "/b.yaml": () => undefined,
  });
  const { problems } = await load(`${server.origin}/api.yaml`, "", { timeout: 1_000 });
  expect(problems).toHaveLength(2);
  for (const problem of problems) expect(problem).toContain("not there within 1 seconds");
  expect(server.asked).toHaveLength(2);
});
