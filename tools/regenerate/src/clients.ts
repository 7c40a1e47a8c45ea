import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A client of `clientgen.config.json`. Paths are from the root of the repository. */
export interface Client {
  /** Name of its package. */
  readonly name: string;
  readonly folder: string;
  readonly spec: string;
  /** The folder that is generated. */
  readonly out: string;
  readonly readme?: string | undefined;
}

/**
 * The clients of the workspace.
 *
 * @param root absolute path of the repository.
 * @throws Error if one is in no package.
 */
export function readClients(root: string): Client[] {
  const { clients } = read(join(root, "clientgen.config.json")) as {
    readonly clients: readonly Omit<Client, "name" | "folder">[];
  };
  return clients.map(({ spec, out, readme }) => {
    const folder = packageAround(root, out);
    const { name } = read(join(root, folder, "package.json")) as { readonly name: string };
    return { name, folder, spec, out, readme };
  });
}

/** Names of the packages that are made or tested with the documents: those that depend on the package of the documents. */
export function readersOf(root: string, documents: string): string[] {
  return globSync("packages/*/package.json", { cwd: root })
    .map((path) => read(join(root, path)) as Manifest)
    .filter(({ dependencies, devDependencies }) =>
      Object.hasOwn({ ...dependencies, ...devDependencies }, documents),
    )
    .map(({ name }) => name)
    .sort();
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function packageAround(root: string, folder: string): string {
  if (existsSync(join(root, folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`${folder} is in no package.`);
  return packageAround(root, parent);
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
