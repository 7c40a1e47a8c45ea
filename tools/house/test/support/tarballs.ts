import { cp, mkdir, readFile, realpath } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, type Manifest } from "./repository.js";
import { succeed } from "./run.js";

/** Packs a package of the workspace as it would be published. */
export async function pack(folder: string, destination: string): Promise<string> {
  const report = await succeed("pnpm", ["pack", "--json", "--pack-destination", destination], {
    cwd: join(root, folder),
  });
  const { filename } = JSON.parse(report) as { filename: string };
  return join(destination, filename.split(/[\\/]/).at(-1)!);
}

/** The files of a tarball, without the folder `package/` that all of them stand in. */
export async function filesOf(tarball: string): Promise<string[]> {
  const listing = await succeed("tar", ["-tzf", tarball], { cwd: root });
  return listing
    .split("\n")
    .filter((path) => path !== "" && !path.endsWith("/"))
    .map((path) => path.replace(/^package\//, ""))
    .sort();
}

/** The text of one file of a tarball. */
export function readPacked(tarball: string, path: string): Promise<string> {
  return succeed("tar", ["-xzOf", tarball, `package/${path}`], { cwd: root });
}

/** The folders of the packages that a package needs at run time, those of the workspace left out. */
export async function dependenciesOf(folder: string): Promise<string[]> {
  const found = new Set<string>();
  const visit = async (each: string): Promise<void> => {
    const { dependencies = {} } = await manifestIn(each);
    for (const name of Object.keys(dependencies)) {
      if (name.startsWith("@plaid-partner/")) continue;
      const dependency = await installed(name, each);
      if (found.has(dependency)) continue;
      found.add(dependency);
      await visit(dependency);
    }
  };
  await visit(await realpath(join(root, folder)));
  return [...found];
}

/** Where Node finds a package, as seen from a folder. */
async function installed(name: string, from: string): Promise<string> {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(candidate)) return realpath(candidate);
  }
  throw new Error(`${name} is not installed for ${from}`);
}

/** Packs an installed package without asking a registry for it. */
export async function repack(folder: string, destination: string): Promise<string> {
  const { name, version } = await manifestIn(folder);
  const file = `${name.replace(/^@/, "").replaceAll("/", "-")}-${version}`;
  const copy = join(destination, file, "package");
  await mkdir(copy, { recursive: true });
  await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith("/node_modules") });
  const tarball = join(destination, `${file}.tgz`);
  await succeed("tar", ["-czf", tarball, "-C", dirname(copy), "package"], { cwd: destination });
  return tarball;
}

async function manifestIn(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Manifest;
}
