import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { packTar } from "modern-tar";
import { runClientgen } from "./run-clientgen.js";
import { readTree, temporaryFolder, writeTree } from "./temporary-folder.js";

const folderOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The two compilers of the workspace. */
const COMPILERS = {
  "5.9.3": folderOf("node_modules/typescript"),
  "7.0.2": folderOf("../../node_modules/typescript"),
} as const;

/** The built runtime of the workspace. */
export const RUNTIME = folderOf("../runtime");

const body = (name: string) =>
  `content: { application/json: { schema: { $ref: "#/components/schemas/${name}" } } }`;

/** A document of pets. */
const OLD = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: https://pets.example, x-name: live }]
paths:
  /pets:
    get: { operationId: listPets, responses: { "200": { description: All., ${body("Pets")} } } }
    post:
      operationId: addPet
      requestBody: { required: true, ${body("NewPet")} }
      responses: { "200": { description: Added., ${body("Pet")} } }
  /stores:
    get: { operationId: listStores, responses: { "200": { description: All., ${body("Pets")} } } }
components:
  schemas:
    NewPet:
      type: object
      additionalProperties: false
      required: [name]
      properties: { name: { type: string }, kind: { type: string, enum: [cat, dog] } }
    Pet:
      type: object
      required: [id]
      properties: { id: { type: string }, name: { type: string } }
    Pets: { type: array, items: { $ref: "#/components/schemas/Pet" } }
`;

/** A pet has to have an owner, is no dog, and has lost its name in answers; stores are gone. */
const NEW = OLD.replace("required: [name]", "required: [name, owner]")
  .replace("enum: [cat, dog] }", "enum: [cat, bird] }, owner: { type: string }")
  .replace("{ id: { type: string }, name: { type: string } }", "{ id: { type: string } }")
  .replace(/ {2}\/stores:\n.*\n/, "");

/** What can be added without a break. */
const MINOR = OLD.replace("enum: [cat, dog]", "enum: [cat, dog, bird]");

/** Built clients of pets, packed and as folders, by version. */
export interface PetsClients {
  readonly folder: string;
  /** Path of the tarball of a version. */
  tarball(version: string): string;
  /** The built package of a version. */
  built(version: string): string;
  remove(): Promise<void>;
}

/** Makes, builds and packs three versions of a client: 0.1.0, a minor 0.1.1, and 0.2.0 that breaks. */
export async function makePetsClients(): Promise<PetsClients> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "clientgen-pets-")));
  const clients = {
    folder,
    tarball: (version: string) => join(folder, `client-${version}.tgz`),
    built: (version: string) => join(folder, version),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
  await linkModule(folder, "@plaid-partner/runtime", RUNTIME);
  for (const [version, document] of Object.entries({
    "0.1.0": OLD,
    "0.1.1": MINOR,
    "0.2.0": NEW,
  })) {
    await writeFile(join(folder, "pets.yaml"), document);
    const made = await runClientgen(folder, [
      "init",
      "pets.yaml",
      "--name",
      "@pets/client",
      "--out",
      version,
    ]);
    if (made.code !== 0) throw new Error(made.stderr);
    const manifest = join(clients.built(version), "package.json");
    const text = JSON.stringify({ ...(await readJson(manifest)), version });
    await writeFile(manifest, text);
    await tsc(clients.built(version));
    await packFolder(clients.built(version), clients.tarball(version), /^(dist\/|package\.json$)/);
  }
  return clients;
}

async function readJson(path: string): Promise<Record<string, unknown>> {
  const files = await readTree(dirname(path));
  return JSON.parse(files["package.json"] ?? "{}") as Record<string, unknown>;
}

async function tsc(folder: string): Promise<void> {
  const script = join(COMPILERS["7.0.2"], "bin/tsc");
  const child = spawn(process.execPath, [script, "-p", folder], { stdio: "inherit" });
  const code = await new Promise<number | null>((done) => child.once("close", done));
  if (code !== 0) throw new Error(`tsc has ended with ${code}.`);
}

/** Packs a folder as npm does: all files below `package/`. */
async function packFolder(folder: string, tarball: string, which = /./): Promise<void> {
  const files = Object.entries(await readTree(folder)).filter(([path]) => which.test(path));
  await packFiles(Object.fromEntries(files), tarball);
}

/** Packs files by their path in the package. */
export async function packFiles(
  files: Readonly<Record<string, string>>,
  tarball: string,
): Promise<void> {
  const entries = Object.entries(files).map(([path, text]) => ({
    header: { name: `package/${path}`, size: Buffer.byteLength(text), type: "file" as const },
    body: text,
  }));
  await writeFile(tarball, gzipSync(await packTar(entries)));
}

/** Links a folder as a package of `folder`. */
export async function linkModule(folder: string, name: string, target: string): Promise<void> {
  const place = join(folder, "node_modules", name);
  await mkdir(dirname(place), { recursive: true });
  await symlink(target, place, "junction");
}

/** A consumer's project. */
export interface PetsProject {
  /** Files by path, beside a `package.json` and a `tsconfig.json`. */
  readonly files: Readonly<Record<string, string>>;
  /** Its `tsconfig.json`, instead of a plain one. */
  readonly config?: object;
  /** Its TypeScript; none for a project without one. */
  readonly compiler?: keyof typeof COMPILERS | undefined;
  /** What its `package.json` says, instead of its dependency on the client. */
  readonly manifest?: object;
}

/** Makes a project with version 0.1.0 of the client installed, that goes when the running test is over. */
export async function petsProject(clients: PetsClients, project: PetsProject): Promise<string> {
  const { files, config, compiler } = project;
  const manifest = project.manifest ?? { dependencies: { "@pets/client": "^0.1.0" } };
  const compilerOptions = {
    module: "nodenext",
    target: "es2022",
    strict: true,
    types: [],
    skipLibCheck: true,
  };
  const folder = await temporaryFolder();
  await writeTree(folder, {
    "package.json": JSON.stringify({ private: true, type: "module", ...manifest }),
    "tsconfig.json": JSON.stringify(config ?? { compilerOptions }),
    ...files,
  });
  const installed = join(folder, "node_modules/@pets/client");
  await mkdir(installed, { recursive: true });
  for (const part of ["package.json", "dist"]) {
    await cp(join(clients.built("0.1.0"), part), join(installed, part), { recursive: true });
  }
  await linkModule(folder, "@plaid-partner/runtime", RUNTIME);
  if (compiler) await linkModule(folder, "typescript", COMPILERS[compiler]);
  return realpath(folder);
}

/** A program with a call of each kind, and what of it breaks in version 0.2.0. */
export const PROGRAM = `import { addPet, createClient, createPetsClient, listStores } from "@pets/client";
import type { AddPetRequest } from "@pets/client";

const pets = createPetsClient({ environment: "live" });
const { name } = await pets.addPet({ name: "Rex", kind: "dog" });
const fish: AddPetRequest = { name: "Wanda" };
await addPet(createClient({ environment: "live" }), fish);
console.log(name, await pets.listPets(), listStores, await pets.listStores());
`;
