import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, realpath, writeFile } from "node:fs/promises";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { promisify } from "node:util";
import { rolldown } from "rolldown";
import { CLIENTGEN, FOLDER, packageFolder, ROOT } from "./paths.ts";
import type { Place } from "./suite/run-suite.ts";

const execute = promisify(execFile);

type Kind = "page" | "worker";

/** A folder outside the workspace, with the packed packages in its `node_modules` and the suite beside them. */
export interface Stage {
  readonly folder: string;
  /** Writes a module that runs the suite, and gives its path. */
  entry(place: Place): Promise<string>;
  /** The same as one script without imports; one for a worker runs the suite when it is asked for something. */
  bundle(place: Place, kind: Kind): Promise<string>;
  remove(): void;
}

/** Packs the packages, unpacks them elsewhere, generates the suite's own client, and compiles the suite. */
export async function makeStage(): Promise<Stage> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), "runtimes-"));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", clear);
  try {
    await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
    await unpack(folder);
    const generated = join(folder, "generated");
    await execute(process.execPath, [
      CLIENTGEN,
      "generate",
      join(FOLDER, "suite.yaml"),
      "--out",
      generated,
      "--format",
      "none",
    ]);
    await compile(join(generated, "index.ts"), join(folder, "suite-client.js"));
    await compile(join(FOLDER, "src/suite/run-suite.ts"), join(folder, "suite.js"));
  } catch (error) {
    clear();
    throw error;
  }
  const entry = async (place: Place, kind: Kind = "page") => {
    const file = join(folder, `run-${place.runtime}.js`);
    await writeFile(file, main(place, kind));
    return file;
  };
  return {
    folder,
    entry,
    bundle: async (place, kind) => bundle(await entry(place, kind), folder),
    remove() {
      process.off("exit", clear);
      clear();
    },
  };
}

const main = (place: Place, kind: Kind) => `import * as api from "@plaid-partner/customer-client";
import * as runtime from "@plaid-partner/runtime";
import * as client from "./suite-client.js";
import { runSuite } from "./suite.js";

if (runtime.ApiError !== api.ApiError) throw new Error("There are two copies of the runtime.");
const run = () => runSuite(${JSON.stringify(place)}, api, client);
${
  kind === "page"
    ? "await run();"
    : 'export default { fetch: () => run().then(() => new Response("done")) };'
}
`;

/** Packs both packages as they would be published, and unpacks them with what they depend on. */
async function unpack(folder: string): Promise<void> {
  const modules = join(folder, "node_modules");
  const names = ["customer-client", "runtime"];
  await Promise.all(
    names.map(async (name) => {
      const tarball = join(folder, `${name}.tgz`);
      const target = join(modules, "@plaid-partner", name);
      await mkdir(target, { recursive: true });
      await execute("pnpm", ["pack", "--out", tarball], {
        cwd: join(ROOT, "packages", name),
        shell: process.platform === "win32",
      });
      await execute("tar", ["-xzf", tarball, "-C", target, "--strip-components=1"]);
    }),
  );
  await copyDependencies(packageFolder("@plaid-partner/runtime"), modules);
}

/** Copies what a package depends on from where it is installed. */
async function copyDependencies(from: string, modules: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(from, "package.json"), "utf8")) as {
    dependencies?: Record<string, string>;
  };
  const require = createRequire(join(from, "package.json"));
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    const paths = require.resolve.paths(name) ?? [];
    const source = await firstFolder(paths.map((path) => join(path, name)));
    const skip = `${sep}node_modules${sep}`;
    await cp(source, join(modules, name), {
      recursive: true,
      filter: (path) => !path.slice(source.length).includes(skip),
    });
    await copyDependencies(source, modules);
  }
}

async function firstFolder(folders: readonly string[]): Promise<string> {
  for (const folder of folders) {
    const found = await realpath(folder).catch(() => undefined);
    if (found !== undefined) return found;
  }
  throw new Error(`None of these is there: ${folders.join(", ")}`);
}

/** TypeScript becomes one module, which imports packages by their names. */
async function compile(input: string, file: string): Promise<void> {
  const build = await rolldown({
    input,
    external: /^@plaid-partner\//,
    platform: "neutral",
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    logLevel: "silent",
  });
  await build.write({ file, format: "esm" });
  await build.close();
}

/** One script with all that it imports, which has to stand in the folder. */
async function bundle(input: string, folder: string): Promise<string> {
  const build = await rolldown({ input, cwd: folder, platform: "browser", logLevel: "silent" });
  const { output } = await build.generate({ format: "esm" });
  await build.close();
  const [{ code, moduleIds }] = output;
  const inside = `${dirname(input)}${sep}`;
  const outside = moduleIds.filter((id) => !id.startsWith(inside) && !id.startsWith("\0"));
  if (outside.length)
    throw new Error(`These are not of the packed packages: ${outside.join(", ")}`);
  return code;
}
