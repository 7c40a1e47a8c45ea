import { readdir } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { prepareClient, writeClients, type PreparedClient } from "../generate.js";
import type { LoadingOptions } from "../generate-options.js";
import { isWeb, toAddress } from "../load/address.js";
import { get } from "../load/data.js";
import { readText } from "../load/read-text.js";
import type { FileChange } from "../model/emitted-file.js";
import { ProblemsError, type Problem } from "../problem.js";
import { writeFiles, type Output } from "../write/write-files.js";
import { packageFiles } from "./package-files.js";

/** What `clientgen init` is told. */
export interface InitOptions {
  /** The OpenAPI document. */
  readonly spec: string;
  /** The npm package's name. */
  readonly name: string;
  /** The new package's folder; it must not exist, or be empty. */
  readonly out: string;
  /** The workspace's configuration, which the client is added to, if there is one. */
  readonly config: string | undefined;
  /** How the document is read. */
  readonly loading?: LoadingOptions;
}

/** What `clientgen init` has made. */
export interface NewClient {
  readonly changes: readonly FileChange[];
  readonly warnings: readonly Problem[];
}

/**
 * Makes a client package, ready to install and build.
 *
 * @returns what was written, with paths relative to the package's folder, and what the document's
 *   author should know.
 * @throws {ProblemsError} if the document or an option is wrong; then nothing was written.
 */
export async function createPackage(options: InitOptions): Promise<NewClient> {
  const folder = resolve(options.out);
  const generated = join(options.out, "src", "generated");
  await refuseFullFolder(folder, options.out);
  const config = options.config === undefined ? [] : [await withClient(options.config, options)];
  const client = await prepareClient({
    ...options.loading,
    spec: options.spec,
    out: generated,
  });
  const files = packageFiles({
    name: options.name,
    title: client.title,
    spec: fromFolder(folder, options.spec),
    example: client.example,
    ownConfig: options.config === undefined,
  });
  const own = [...files].map(([path, content]) => ({ path, content }));
  const made = own.map(({ path }): FileChange => ({ path, change: "created" }));
  await writeFiles([
    { folder, shown: options.out, files: own, changes: made },
    { folder: client.out, shown: client.shown, files: client.files, changes: client.changes },
    ...config,
  ]);
  // Its blocks are made once it is there.
  await writeClients([await withReadmeBlocks(options, generated)]);
  const changes = client.changes.map((one) => ({ ...one, path: `src/generated/${one.path}` }));
  return { changes: [...made, ...changes], warnings: client.warnings };
}

function withReadmeBlocks(options: InitOptions, generated: string): Promise<PreparedClient> {
  return prepareClient({
    ...options.loading,
    spec: options.spec,
    out: generated,
    readme: join(options.out, "README.md"),
  });
}

async function refuseFullFolder(folder: string, shown: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw inTheWay(shown, "This is no folder.");
  });
  if (entries.length > 0) throw inTheWay(shown, "This folder is not empty.");
}

function inTheWay(file: string, message: string): ProblemsError {
  const fix = "Choose another folder with --out.";
  return new ProblemsError([{ severity: "error", location: { file }, message, fix }]);
}

/** The workspace's configuration with one client more. */
async function withClient(config: string, { spec, out }: InitOptions): Promise<Output> {
  const folder = dirname(config);
  const path = basename(config);
  const fromConfig = (named: string) => fromFolder(folder, named);
  const content = await readJson(config);
  content.clients.push({
    spec: fromConfig(spec),
    out: fromConfig(join(out, "src", "generated")),
    readme: fromConfig(join(out, "README.md")),
  });
  return {
    folder,
    shown: relative(".", folder) || ".",
    files: [{ path, content: `${JSON.stringify(content, undefined, 2)}\n` }],
    changes: [{ path, change: "changed" }],
  };
}

async function readJson(config: string): Promise<{ clients: unknown[] }> {
  const shown = relative(".", config);
  try {
    const content: unknown = JSON.parse(await readText(config, shown));
    if (Array.isArray(get(content, "clients"))) return content as { clients: unknown[] };
  } catch (error) {
    if (error instanceof ProblemsError) throw error;
  }
  const message = "No client can be added to this file: it must be JSON with a list of clients.";
  const fix = 'Write { "clients": [] }.';
  throw new ProblemsError([{ severity: "error", location: { file: shown }, message, fix }]);
}

/** A path relative to a folder, with `/`; a URL as it is. */
function fromFolder(folder: string, path: string): string {
  if (isWeb(path)) return path;
  return relative(folder, toAddress(path)).replaceAll(sep, "/");
}
