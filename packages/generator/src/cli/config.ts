import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { FORMATS } from "../format/formatter.js";
import { isUrl } from "../load/address.js";
import { get, isObject } from "../load/data.js";
import { appendPointer } from "../load/json-pointer.js";
import { parseDocument } from "../load/parse-document.js";
import { readText } from "../load/read-text.js";
import { ProblemsError, type Problem } from "../problem.js";
import { FOLDERS } from "../write/read-output.js";
import type { GenerateOptions } from "../generate-options.js";
import { isGlob } from "./generate-syntax.js";
import { type Complain, readLoading } from "./config-loading.js";

/** The file that lists a workspace's clients. */
export const CONFIG_FILE = "clientgen.config.json";

const LOADING = ["headers", "timeout", "allowExternal", "lenient"];
const MEMBERS = ["spec", "out", "readme", "include", "format", ...LOADING];

const EXAMPLE = 'Write { "clients": [{ "spec": "api.yaml", "out": "src/generated" }] }.';

/**
 * The clients of the configuration in `folder` or the nearest folder above it, with their paths
 * relative to `folder`; `undefined` where there is no configuration.
 *
 * @throws {ProblemsError} if the configuration is broken, with all that is wrong in it.
 */
export async function readConfig(folder: string): Promise<GenerateOptions[] | undefined> {
  const path = findConfig(resolve(folder));
  if (path === undefined) return undefined;
  const shown = relative(folder, path);
  const document = parseDocument(await readText(path, shown), path, shown);
  const problems: Problem[] = [];
  const complain: Complain = (pointer, message, fix) => {
    problems.push({ severity: "error", location: document.locate(pointer), message, fix });
  };
  const clients = readClients(document.root, complain).flatMap((client, index) =>
    readClient(client, index, complain),
  );
  if (problems.length === 0) checkFolders(clients, dirname(path), complain);
  if (problems.length > 0) throw new ProblemsError(problems);
  const fromHere = (value: string) => relative(folder, resolve(dirname(path), value)) || ".";
  return clients.map(({ spec, out, readme, include, ...others }) => ({
    ...others,
    spec: isUrl(spec) ? spec : fromHere(spec),
    out: fromHere(out),
    readme: readme === undefined ? undefined : fromHere(readme),
    include: include ?? [],
  }));
}

function readClients(config: unknown, complain: Complain): readonly unknown[] {
  const clients = get(config, "clients");
  if (!isObject(config) || !Array.isArray(clients) || clients.length === 0) {
    complain("/clients", 'There must be a list of clients at "clients".', EXAMPLE);
    return [];
  }
  for (const name of Object.keys(config)) {
    if (name === "clients" || name === "$schema") continue;
    complain(appendPointer("", name), `"${name}" is not known.`, 'Known is "clients".');
  }
  return clients;
}

function readClient(client: unknown, index: number, complain: Complain): GenerateOptions[] {
  const pointer = `/clients/${index}`;
  if (!isObject(client)) {
    complain(pointer, "A client must be an object.", 'Give it "spec" and "out".');
    return [];
  }
  for (const name of Object.keys(client)) {
    if (MEMBERS.includes(name)) continue;
    const known = `Known are ${MEMBERS.join(", ")}.`;
    complain(appendPointer(pointer, name), `"${name}" is not known.`, known);
  }
  const { spec, out, readme, include, format } = client;
  if (!isPath(spec)) complain(`${pointer}/spec`, '"spec" must be a path.', "Name the document.");
  if (!isPath(out)) complain(`${pointer}/out`, '"out" must be a path.', "Name a folder.");
  if (readme !== undefined && !isPath(readme)) {
    complain(`${pointer}/readme`, '"readme" must be a path.', "Name a Markdown file, or drop it.");
  }
  const globs = include ?? [];
  if (!Array.isArray(globs) || !globs.every(isGlob)) {
    complain(`${pointer}/include`, '"include" must be a list of globs.', 'Write ["get*"].');
  }
  if (format !== undefined && !FORMATS.some((name) => name === format)) {
    const fix = `Write one of ${FORMATS.join(", ")}.`;
    complain(`${pointer}/format`, '"format" is not known.', fix);
  }
  const loading = readLoading(client, pointer, complain);
  return [{ ...loading, spec, out, readme, include: globs, format } as GenerateOptions];
}

function isPath(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

/** Each client has folders of its own: in a shared one, each would remove what the other made. */
function checkFolders(clients: readonly GenerateOptions[], base: string, complain: Complain): void {
  const seen = new Map<string, number>();
  for (const [index, { out }] of clients.entries()) {
    const folders = FOLDERS.map((folder) => resolve(base, out, folder));
    const first = folders.map((folder) => seen.get(folder)).find((one) => one !== undefined);
    if (first !== undefined) {
      const isSame = resolve(base, clients[first]?.out ?? "") === folders[0];
      const message = isSame
        ? `"${out}" is the folder of client ${first + 1}, too.`
        : `"${out}" shares the folder of operations with client ${first + 1}.`;
      complain(`/clients/${index}/out`, message, "Give each client a folder of its own.");
    }
    for (const folder of folders) seen.set(folder, seen.get(folder) ?? index);
  }
}

/** Absolute path of the configuration in `folder` or the nearest folder above it. */
export function findConfig(folder: string): string | undefined {
  const path = join(folder, CONFIG_FILE);
  if (existsSync(path)) return path;
  const parent = dirname(folder);
  return parent === folder ? undefined : findConfig(parent);
}
