import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { succeed } from "../run.ts";

/** What a packed package holds. */
export interface Tarball {
  /** The paths of its files, in order, without the folder `package/` that all stand in. */
  readonly files: readonly string[];
  /** Bytes of the tarball. */
  readonly packed: number;
  /** Bytes of all files together. */
  readonly unpacked: number;
  /** The text of its package.json. */
  readonly manifest: string;
}

/**
 * Packs a package as it would be published.
 *
 * @throws Error When it is not built.
 */
export async function packPackage(folder: string): Promise<Tarball> {
  const base = await mkdtemp(join(tmpdir(), "pack-"));
  try {
    const tarball = join(base, "package.tgz");
    await succeed("pnpm", ["pack", "--out", tarball], { cwd: folder });
    return await readTarball(tarball);
  } finally {
    await rm(base, { recursive: true });
  }
}

/** Reads a tarball. */
export async function readTarball(tarball: string): Promise<Tarball> {
  const base = await mkdtemp(join(tmpdir(), "tarball-"));
  try {
    await succeed("tar", ["-xzf", tarball, "-C", base], { cwd: base });
    const entries = await readdir(base, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name));
    const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
    return {
      files: paths
        .map((path) => relative(base, path).split(sep).join("/"))
        .map((path) => path.replace(/^package\//, ""))
        .sort(),
      packed: (await stat(tarball)).size,
      unpacked: sizes.reduce((sum, size) => sum + size, 0),
      manifest: await readFile(join(base, "package", "package.json"), "utf8"),
    };
  } finally {
    await rm(base, { recursive: true });
  }
}
