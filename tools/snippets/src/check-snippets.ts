import type { Project } from "./project.ts";
import type { Snippet } from "./read-snippets.ts";

/** As strict as a reader's project may be. */
const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2022",
  lib: ["es2022", "dom"],
  types: ["node"],
  module: "nodenext",
};

/**
 * Compiles snippets, each as a module of its own.
 *
 * @returns What is wrong, with its place in the document: `README.md:21:7 TS2551: Property 'x' does not exist ...`.
 */
export async function checkSnippets(
  project: Project,
  snippets: readonly Snippet[],
): Promise<string[]> {
  const problems: string[] = [];
  const givens = new Set(snippets.map(({ given }) => given));
  for (const [number, given] of [...givens].entries()) {
    const group = snippets.filter((snippet) => snippet.given === given);
    const names = new Map(group.map((snippet) => [fileName(snippet), snippet]));
    const globals = `given-${number}.mts`;
    const config = `tsconfig-${number}.json`;
    await project.write({
      [globals]: `declare global {\n${given}\n}\nexport {};\n`,
      [config]: { compilerOptions, files: [globals, ...names.keys()] },
      ...Object.fromEntries([...names].map(([name, snippet]) => [name, moduleOf(snippet)])),
    });
    const { status, stdout } = await project.compile(["-p", config]);
    if (status !== 0) problems.push(...places(stdout, names));
  }
  return problems;
}

function fileName({ file, line }: Snippet): string {
  return `${file.replaceAll(/[^\w.-]/g, "-")}-${line}.mts`;
}

/** Its lines have the numbers that they have in the document. */
function moduleOf({ line, code }: Snippet): string {
  return `${"\n".repeat(line - 1)}${code}\nexport {};\n`;
}

/** What the compiler said, with documents in the place of files. */
function places(output: string, names: ReadonlyMap<string, Snippet>): string[] {
  return output
    .split("\n")
    .filter((text) => text !== "")
    .map((text) =>
      text.replace(/^(\S+)\((\d+),(\d+)\): error /, (all, name: string, line, column) => {
        const snippet = names.get(name);
        return snippet === undefined ? all : `${snippet.file}:${line}:${column} `;
      }),
    );
}
