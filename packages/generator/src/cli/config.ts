import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { isObject } from "../load/data.js";
import { ProblemsError, type Problem } from "../problem.js";
import type { GenerateOptions } from "../generate.js";

/** The file that lists a workspace's clients. */
export const CONFIG_FILE = "clientgen.config.json";

const MEMBERS = ["spec", "out", "readme", "include"];

/**
 * The clients of the configuration in `folder` or the nearest folder above it, with their paths
 * relative to `folder`; `undefined` where there is no configuration.
 *
 * @throws {ProblemsError} if the configuration is broken, with all that is wrong in it.
 */
export async function readConfig(folder: string): Promise<GenerateOptions[] | undefined> {
  const path = findConfig(resolve(folder));
  if (path === undefined) return undefined;
  const file = relative(folder, path);
  const problems: Problem[] = [];
  const complain = (pointer: string, message: string, fix: string): void => {
    problems.push({ severity: "error", location: { file, pointer }, message, fix });
  };
  const clients = await readClients(path, complain);
  const options = clients.flatMap((client, index) => readClient(client, index, complain));
  if (problems.length > 0) throw new ProblemsError(problems);
  const fromHere = (value: string) => relative(folder, join(dirname(path), value)) || ".";
  return options.map(({ spec, out, readme, include }) => ({
    spec: fromHere(spec),
    out: fromHere(out),
    readme: readme === undefined ? undefined : fromHere(readme),
    include: include ?? [],
  }));
}

type Complain = (pointer: string, message: string, fix: string) => void;

async function readClients(path: string, complain: Complain): Promise<readonly unknown[]> {
  let config: unknown;
  try {
    config = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    complain("", `This is not valid JSON: ${reason}.`, "Mend the syntax.");
    return [];
  }
  const clients = isObject(config) ? config["clients"] : undefined;
  if (Array.isArray(clients)) return clients;
  const fix = 'Write { "clients": [{ "spec": "api.yaml", "out": "src/generated" }] }.';
  complain("/clients", 'There must be a list at "clients".', fix);
  return [];
}

function readClient(client: unknown, index: number, complain: Complain): GenerateOptions[] {
  const pointer = `/clients/${index}`;
  if (!isObject(client)) {
    complain(pointer, "A client must be an object.", 'Give it "spec" and "out".');
    return [];
  }
  const { spec, out, readme, include } = client;
  for (const name of Object.keys(client)) {
    if (MEMBERS.includes(name)) continue;
    complain(`${pointer}/${name}`, `"${name}" is not known.`, `Known are ${MEMBERS.join(", ")}.`);
  }
  if (typeof spec !== "string")
    complain(`${pointer}/spec`, '"spec" is missing.', "Name the document.");
  if (typeof out !== "string") complain(`${pointer}/out`, '"out" is missing.', "Name a folder.");
  if (readme !== undefined && typeof readme !== "string") {
    complain(`${pointer}/readme`, '"readme" must be a path.', "Name a Markdown file, or drop it.");
  }
  const globs = include ?? [];
  if (!Array.isArray(globs) || !globs.every((glob) => typeof glob === "string")) {
    complain(`${pointer}/include`, '"include" must be a list of globs.', 'Write ["get*"].');
  }
  return [{ spec, out, readme, include: globs } as GenerateOptions];
}

/** Absolute path of the configuration in `folder` or the nearest folder above it. */
export function findConfig(folder: string): string | undefined {
  const path = join(folder, CONFIG_FILE);
  if (existsSync(path)) return path;
  const parent = dirname(folder);
  return parent === folder ? undefined : findConfig(parent);
}
