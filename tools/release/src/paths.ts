import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** A package that is published. */
export interface Published {
  /** Such as `@plaid-partner/runtime`. */
  readonly name: string;
  readonly version: string;
  /** From the root, such as `packages/runtime`. */
  readonly folder: string;
}

/** The packages of a workspace that are published: those in `packages/` that are not private. */
export function publishedPackages(root: string): readonly Published[] {
  return readdirSync(join(root, "packages"))
    .sort()
    .map((name) => `packages/${name}`)
    .map((folder) => ({ folder, ...readManifest(join(root, folder)) }))
    .filter((each) => each.private !== true)
    .map(({ name, version, folder }) => ({ name, version, folder }));
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The package.json of a folder. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}
