import { GENERATOR_VERSION, RUNTIME_RANGE } from "../versions.js";

/** What a new package is made of. */
export interface NewPackage {
  /** The npm package's name. */
  readonly name: string;
  /** The API's title. */
  readonly title: string;
  /** The document's path relative to the package, with `/`; or its URL. */
  readonly spec: string;
  /** The operation whose example the README begins with, if the document has one. */
  readonly example: string | undefined;
  /** Whether the package carries its own configuration, because no workspace has one. */
  readonly ownConfig: boolean;
}

/** The hand-written part of a client package: everything but `src/generated`. */
export function packageFiles(options: NewPackage): ReadonlyMap<string, string> {
  const files = new Map([
    ["package.json", json(packageJson(options))],
    ["tsconfig.json", json(TSCONFIG)],
    ["README.md", readme(options)],
  ]);
  if (options.ownConfig) {
    const client = { spec: options.spec, out: "src/generated", readme: "README.md" };
    files.set("clientgen.config.json", json({ clients: [client] }));
  }
  return files;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function packageJson({ name, title, spec: given }: NewPackage): object {
  const spec = inShell(given);
  return {
    name,
    version: "0.1.0",
    description: `Typed client for ${title}`,
    type: "module",
    sideEffects: false,
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./package.json": "./package.json",
    },
    files: ["dist"],
    engines: { node: "^20.19 || >=22.12" },
    scripts: {
      generate: `clientgen generate${spec}`,
      "generate:check": `clientgen generate${spec} --check`,
      build: "tsc -p tsconfig.json",
      // A package without dist packs, and nobody could import it.
      prepack: "npm run build",
    },
    dependencies: { "@plaid-partner/runtime": RUNTIME_RANGE },
    devDependencies: {
      "@plaid-partner/generator": `^${GENERATOR_VERSION}`,
      typescript: ">=5.9",
    },
  };
}

/** A shell takes more than one character of a URL for its own, and some of them within quotes, too. */
function inShell(spec: string): string {
  if (/^[\w./:@~+][\w./:@~+-]*$/.test(spec)) return ` ${spec}`;
  // Without a document, clientgen takes those of the configuration.
  return /^-|["$`\\!\r\n]/.test(spec) ? "" : ` "${spec}"`;
}

const TSCONFIG = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    module: "nodenext",
    strict: true,
    verbatimModuleSyntax: true,
    declaration: true,
    rootDir: "src/generated",
    outDir: "dist",
    types: [],
  },
  include: ["src/generated"],
};

function readme({ name, title, example }: NewPackage): string {
  const quickstart =
    example === undefined
      ? ""
      : `\n<!-- clientgen:quickstart ${example} -->\n<!-- /clientgen -->\n`;
  return `# ${name}

Typed client for ${title.replace(/\s+/g, " ").replaceAll("<", "&lt;")}.

\`\`\`sh
npm install ${name}
\`\`\`
${quickstart}
## Operations

<!-- clientgen:operations -->
<!-- /clientgen -->
`;
}
