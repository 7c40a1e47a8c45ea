import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const root = fileURLToPath(new URL("../../../..", import.meta.url));

/** The parts of a package.json that are looked at. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package of the workspace. */
export interface Workspace {
  /** Its folder from the root, such as `packages/runtime`. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Its TypeScript files from the root. */
  readonly files: readonly string[];
}

/** The paths of all files that are committed or would be, from the root. Links, and what was just deleted, are not among them. */
export const repositoryFiles: readonly string[] = execFileSync(
  "git",
  ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
  { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
)
  .split("\0")
  .filter((path) => path !== "" && statSync(join(root, path), { throwIfNoEntry: false })?.isFile());

/** The text of a file of the repository. */
export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

export function manifestOf(folder: string): Manifest {
  return JSON.parse(read(join(folder, "package.json"))) as Manifest;
}

/** Every package of the workspace but the root. */
export const workspaces: readonly Workspace[] = repositoryFiles
  .filter((path) => /^(spec|packages\/[^/]+|tools\/[^/]+)\/package\.json$/.test(path))
  .map((path) => path.slice(0, -"/package.json".length))
  .map((folder) => ({
    folder,
    manifest: manifestOf(folder),
    files: repositoryFiles.filter(
      (path) => path.startsWith(`${folder}/`) && /\.[cm]?ts$/.test(path),
    ),
  }));

/** The packages that are published. */
export const published = workspaces.filter(({ manifest }) => !manifest.private);

/** The packages made by the generator: those that have its output in them. */
export const clients = published.filter(({ files }) =>
  files.some((path) => path.includes("/src/generated/")),
);

/** Is it output of the generator, in a client or as what one of the generator's tests wants? */
export function isGenerated(path: string): boolean {
  return /\/src\/generated\/|^packages\/generator\/test\/documents\/[^/]+\/expected\//.test(path);
}

/** Is it a source file of a published package? */
export function isSource(path: string): boolean {
  return /^packages\/[^/]+\/src\/.*\.ts$/.test(path);
}
