import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const modules = fileURLToPath(new URL("../node_modules", import.meta.url));
const compiler = join(
  dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
  "bin/tsc",
);

/** What came of a program. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A consumer's project outside of the repository, which has installed what this package depends on. */
export interface Project {
  readonly folder: string;
  /** Writes files, each a text or an object to be JSON. */
  write(files: Readonly<Record<string, string | object>>): Promise<void>;
  /** Runs Node.js there. Its environment is nothing but `env` and the PATH. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Outcome>;
  /** Runs TypeScript's compiler there. */
  compile(args: readonly string[]): Promise<Outcome>;
  remove(): Promise<void>;
}

/** Makes an empty project. */
export async function createProject(): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), "snippets-"));
  await symlink(modules, join(folder, "node_modules"), "junction");
  const write: Project["write"] = async (files) => {
    for (const [name, content] of Object.entries(files)) {
      const text = typeof content === "string" ? content : JSON.stringify(content);
      await writeFile(join(folder, name), text);
    }
  };
  const path = [dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter);
  const run: Project["run"] = (args, env = {}) =>
    new Promise((resolve) => {
      const options = { cwd: folder, env: { PATH: path, ...env }, timeout: 60_000 };
      execFile(process.execPath, args, options, (error, stdout, stderr) => {
        const status = typeof error?.code === "number" ? error.code : error ? 1 : 0;
        resolve({ status, stdout, stderr });
      });
    });
  await write({ "package.json": { type: "module" } });
  return {
    folder,
    write,
    run,
    compile: (args) => run([compiler, "--pretty", "false", ...args]),
    remove: () => rm(folder, { recursive: true }),
  };
}
