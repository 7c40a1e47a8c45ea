import { fileURLToPath } from "node:url";
import { type Client, readersOf } from "./clients.ts";

/** One of the things that `pnpm regenerate` does. */
export interface Step {
  /** What it does, as its line begins: `Lint the documents`. */
  readonly name: string;
  /** A program, with its arguments. */
  readonly command: readonly string[];
  /** What to do when it fails, a sentence. */
  readonly mend: string;
  /** What it prints is for this program alone. */
  readonly isForUs?: boolean;
}

/** What is asked of a run. */
export interface Options {
  /** The commit, branch or tag whose changes are told; default: where the work leaves the main branch. */
  readonly since: string | undefined;
  /** Writes nothing; what is not up to date fails. */
  readonly check: boolean;
}

const CLIENTGEN = fileURLToPath(
  new URL("../../../packages/generator/dist/cli/main.js", import.meta.url),
);

/** The package of the documents. */
const DOCUMENTS = "@plaid-partner/spec";

const AGAIN = 'Run "pnpm regenerate" and commit what it writes.';

/** The steps up to the changesets, in order. */
export function stepsToChangesets(clients: readonly Client[], { check, since }: Options): Step[] {
  const names = clients.map(({ name }) => `--filter=${name}`);
  const writes = (mend: string) => (check ? AGAIN : mend);
  return [
    {
      name: "Build the generator",
      command: turbo("build", "--filter=@plaid-partner/generator"),
      mend: "Mend what the compiler names above.",
    },
    {
      name: check ? "Check how the documents are laid out" : "Lay the documents out",
      command: ["prettier", check ? "--check" : "--write", "--log-level=warn", "spec"],
      mend: check ? AGAIN : "Mend the YAML where the lines above say so.",
    },
    {
      name: "Lint the documents",
      command: turbo("lint", `--filter=${DOCUMENTS}`),
      mend: "Mend the document where the lines above say so; spec/README.md has the rules.",
    },
    {
      name: check ? "Check what is generated" : "Generate the clients",
      command: clientgen("generate", ...(check ? ["--check"] : [])),
      mend: writes("Mend the document where the lines above say so."),
    },
    {
      name: "Build the clients",
      command: turbo("build", ...names),
      mend: "Mend what the compiler names above; it is in the runtime or in the generator.",
    },
    {
      name: check ? "Check the reports of what they export" : "Report what they export",
      command: [
        process.execPath,
        "tools/api-reports/src/main.ts",
        ...(check ? ["--check"] : []),
        ...clients.map(({ folder }) => folder),
      ],
      mend: writes("See above what can't be reported."),
    },
    {
      name: check ? "Check what their tarballs hold" : "Write down what their tarballs hold",
      command: [
        process.execPath,
        "tools/release/src/tarballs/main.ts",
        ...(check ? ["--check"] : []),
        ...clients.map(({ folder }) => folder),
      ],
      mend: writes("See above what must not be published."),
    },
    {
      name: check ? "Check the changesets" : "Write the changesets",
      command: clientgen(
        "changeset",
        "--json",
        ...(check ? ["--check"] : []),
        ...(since === undefined ? [] : ["--since", since]),
      ),
      mend: writes("See above what can't be compared."),
      isForUs: true,
    },
  ];
}

/** Shows what became of one document. */
export function diffStep({ old, new: now }: { readonly old: string; readonly new: string }): Step {
  return {
    name: `Compare ${now}`,
    command: clientgen("diff", old, now),
    mend: "See above what can't be compared.",
  };
}

/** The tests of what a document is made into. */
export function testStep(root: string, clients: readonly Client[]): Step {
  const names = [DOCUMENTS, ...readersOf(root, DOCUMENTS), ...clients.map(({ name }) => name)];
  return {
    name: "Test what changed",
    command: turbo("typecheck", "test", ...[...new Set(names)].map((name) => `--filter=${name}`)),
    mend: "Mend the document, or the test that says something else.",
  };
}

function turbo(...args: readonly string[]): string[] {
  return ["turbo", "run", ...args, "--output-logs=errors-only", "--ui=stream"];
}

/** The generator's command line, as it is built. */
export function clientgen(...args: readonly string[]): string[] {
  return [process.execPath, CLIENTGEN, ...args];
}
