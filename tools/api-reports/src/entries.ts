import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a package lets others import, by one specifier. */
export interface Entry {
  /** As it is imported, such as `@plaid-partner/runtime/client`. */
  readonly specifier: string;
  /** The package's folder. */
  readonly folder: string;
  /** The file with its declarations, absolute. */
  readonly declarations: string;
  /** Its report, from the package's folder: `api/client.api.md`. */
  readonly report: string;
  /** Packages of the workspace that it may re-export from. */
  readonly workspacePackages: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string | { readonly types?: string }>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The packages whose entries have reports: the runtime, and every client. */
const REPORTED = ["packages/runtime", "packages/*-client"];

/** The folders of the packages that have reports, in order. */
export function reportedPackages(root: string): string[] {
  return REPORTED.flatMap((pattern) => globSync(pattern, { cwd: root }))
    .map((path) => join(root, path))
    .filter((folder) => existsSync(join(folder, "package.json")))
    .sort();
}

/**
 * The entries of a package, as its `exports` has them: those with `types`.
 *
 * @param folder The package's folder, absolute.
 */
export function entriesOf(folder: string): Entry[] {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const { name, dependencies, peerDependencies } = manifest;
  const ranges = Object.entries({ ...dependencies, ...peerDependencies });
  return Object.entries(manifest.exports ?? {}).flatMap(([path, target]) => {
    if (typeof target === "string" || target.types === undefined) return [];
    return {
      specifier: join(name, path),
      folder,
      declarations: join(folder, target.types),
      report: `api/${path === "." ? "index" : path.slice("./".length).replaceAll("/", "-")}.api.md`,
      workspacePackages: ranges.flatMap(([name, range]) =>
        range.startsWith("workspace:") ? [name] : [],
      ),
    };
  });
}
