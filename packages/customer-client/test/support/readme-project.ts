import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packageFolder = fileURLToPath(new URL("../..", import.meta.url));

/** What came of a program. */
interface Outcome {
  readonly status: number;
  readonly output: string;
}

/** A consumer's project outside the repository, with the README's snippets in it as files. */
export interface ReadmeProject {
  readonly folder: string;
  /** Runs a program there. Its environment is nothing but `env` and the PATH. */
  run(command: string, args: readonly string[], env?: Record<string, string>): Promise<Outcome>;
  remove(): Promise<void>;
}

/** The TypeScript snippets of the README, in its order. */
export async function readSnippets(): Promise<string[]> {
  const text = await readFile(join(packageFolder, "README.md"), "utf8");
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, snippet = ""]) => snippet);
}

/** Snippets that go on from the first call have its `client`. */
const first = `import { createCustomerClient as begin } from "@plaid-partner/customer-client";
const client = begin({ environment: "sandbox" });
`;

/**
 * Sends what goes to Plaid's sandbox to ours. The README's end customer is called as ours is, which gave it an ID of
 * its own. Nothing else may be called.
 */
const preload = `const { fetch } = globalThis;
globalThis.fetch = (url, init) => {
  const local = url.replace("https://sandbox.plaid.com", process.env.LOCAL_SANDBOX);
  if (!local.startsWith("http://127.0.0.1:")) throw new Error("called " + url);
  console.error("called " + new URL(local).pathname);
  const body = init.body?.replace("634758733ebb4f00134b85ea", process.env.LOCAL_CUSTOMER);
  return fetch(local, { ...init, body });
};
`;

/** Writes the project: `snippet-1.mts` and so on, and `preload.mjs`. That they compile is checked by tools/snippets. */
export async function createReadmeProject(snippets: readonly string[]): Promise<ReadmeProject> {
  const folder = await mkdtemp(join(tmpdir(), "readme-"));
  const modules = join(folder, "node_modules");
  await mkdir(join(modules, "@plaid-partner"), { recursive: true });
  await symlink(packageFolder, join(modules, "@plaid-partner", "customer-client"));
  await symlink(join(packageFolder, "../sandbox"), join(modules, "@plaid-partner", "sandbox"));
  const files: Record<string, string> = { "preload.mjs": preload };
  snippets.forEach((snippet, index) => {
    const begins = /const client = |createClient\(/.test(snippet);
    files[`snippet-${index + 1}.mts`] = `${begins ? "" : first}${snippet}\nexport {};\n`;
  });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const path = `${dirname(process.execPath)}:${process.env["PATH"] ?? ""}`;
  return {
    folder,
    run: (command, args, env = {}) =>
      new Promise((resolve) => {
        const options = { cwd: folder, env: { PATH: path, ...env }, timeout: 120_000 };
        execFile(command, args, options, (error, stdout, stderr) => {
          const status = typeof error?.code === "number" ? error.code : error ? 1 : 0;
          resolve({ status, output: stdout + stderr });
        });
      }),
    remove: () => rm(folder, { recursive: true }),
  };
}
