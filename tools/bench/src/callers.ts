import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { STRICT } from "./measure-types.ts";
import { COMPILERS, packageFolder } from "./paths.ts";
import type { Subject } from "./subjects.ts";
import { TOOLS } from "./tools.ts";

/** A project that calls one operation. */
export interface Caller {
  readonly name: string;
  readonly source: string;
  /** The compiler's options that the tool's output needs. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** hey-api's output imports without file endings, as bundlers let it. */
const BUNDLER = { module: "esnext", moduleResolution: "bundler" };

/**
 * Generates clients with the tools that have typed calls, and compiles those that are delivered compiled.
 *
 * @param tools the folder that they are installed in; the clients are made in a folder of it, which is returned.
 */
export function makeClients(subject: Subject, tools: string): string {
  const folder = join(tools, "callers");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(tools, "node_modules/@plaid-partner"), { recursive: true });
  const runtime = join(tools, "node_modules/@plaid-partner/runtime");
  rmSync(runtime, { recursive: true, force: true });
  symlinkSync(packageFolder("@plaid-partner/runtime"), runtime, "junction");
  for (const name of ["clientgen", "openapi-typescript", "@hey-api/openapi-ts"]) {
    const tool = TOOLS.find((one) => one.name === name);
    const out = join(folder, "sources", name.replace(/^@|\/.*$/g, ""));
    mkdirSync(out, { recursive: true });
    const { args = [] } = tool?.command(tools, subject.spec, out) ?? {};
    // What openapi-typescript makes is declarations, and its guide has it written as such.
    const declared = args.map((arg) => arg.replace(/paths\.ts$/, "paths.d.ts"));
    execFileSync(process.execPath, declared, { stdio: "ignore", cwd: folder });
  }
  compile(folder, "clientgen", {});
  compile(folder, "hey-api", BUNDLER);
  return folder;
}

function compile(folder: string, client: string, options: object): void {
  const config = {
    compilerOptions: {
      ...STRICT,
      ...options,
      declaration: true,
      outDir: `compiled/${client}`,
      rootDir: `sources/${client}`,
    },
    include: [`sources/${client}`],
  };
  const path = join(folder, `tsconfig.${client}.json`);
  writeFileSync(path, JSON.stringify(config));
  execFileSync(process.execPath, [COMPILERS["7.0"], "-p", path], { stdio: "inherit", cwd: folder });
}

/** The projects whose types are measured. The first is what the others are compared with. */
export function typedCallers(subject: Subject): Caller[] {
  const { operation, path, body, factory } = subject;
  const url = "https://api.example";
  return [
    {
      name: "openapi-fetch with openapi-typescript",
      source: `import createClient from "openapi-fetch";
import type { paths } from "./sources/openapi-typescript/paths.js";
const client = createClient<paths>({ baseUrl: "${url}" });
export const answer = await client.POST("${path}", { body: ${body} });
`,
    },
    ...(["compiled", "sources"] as const).flatMap((form) => [
      { name: `clientgen, ${operation}(client), ${form}`, source: standalone(subject, form) },
      {
        name: `clientgen, client.${operation}(), ${form}`,
        source: `import { ${factory} } from "./${form}/clientgen/index.js";
const client = ${factory}({ baseUrl: "${url}" });
export const answer = await client.${operation}(${body});
`,
      },
    ]),
    {
      name: "clientgen, client.raw, compiled",
      source: `import { ${factory} } from "./compiled/clientgen/index.js";
const client = ${factory}({ baseUrl: "${url}" });
export const answer = await client.raw.POST("${path}", { body: ${body} });
`,
    },
    ...(["compiled", "sources"] as const).map((form) => ({
      name: `@hey-api/openapi-ts, ${form}`,
      source: hey(subject, form),
      options: BUNDLER,
    })),
    ...(subject.official ? [{ name: "plaid, the official package", source: OFFICIAL }] : []),
  ];
}

/** The projects whose bundles are measured. */
export function bundledCallers(subject: Subject): Caller[] {
  return [
    { name: "clientgen, one operation", source: standalone(subject, "compiled") },
    {
      name: "clientgen, the whole client",
      source: `import { ${subject.factory} } from "./compiled/clientgen/index.js";
const client = ${subject.factory}({ baseUrl: "https://api.example" });
console.log(await client.${subject.operation}(${subject.body}));
`,
    },
    {
      name: "openapi-fetch",
      source: `import createClient from "openapi-fetch";
const client = createClient({ baseUrl: "https://api.example" });
console.log(await client.POST("${subject.path}", { body: ${subject.body} }));
`,
    },
    { name: "@hey-api/openapi-ts, one operation", source: hey(subject, "compiled") },
    ...(subject.official ? [{ name: "plaid, the official package", source: OFFICIAL }] : []),
  ];
}

function standalone({ operation, body }: Subject, form: string): string {
  return `import { createClient, ${operation} } from "./${form}/clientgen/index.js";
const client = createClient({ baseUrl: "https://api.example" });
export const answer = await ${operation}(client, ${body});
`;
}

function hey({ operation, body }: Subject, form: string): string {
  return `import { ${operation} } from "./${form}/hey-api/index.js";
export const answer = await ${operation}({ body: ${body} });
`;
}

const OFFICIAL = `import { Configuration, PlaidApi, PlaidEnvironments } from "plaid";
const client = new PlaidApi(new Configuration({ basePath: PlaidEnvironments["sandbox"] ?? "" }));
export const answer = await client.accountsGet({ access_token: "x" });
`;
