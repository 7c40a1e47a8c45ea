import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { sha256 } from "./choose-documents.ts";

const { resolve } = createRequire(import.meta.url);

/** Of all that decides about an outcome besides the document: generator, runtime, compiler and this tool. */
export function generatorHash(): string {
  const built = ["@plaid-partner/generator", "@plaid-partner/runtime"].map((name) =>
    join(dirname(resolve(`${name}/package.json`)), "dist"),
  );
  const contents = [...built, import.meta.dirname].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(js|ts)$/.test(path))
      .sort()
      .map((path) => path + sha256(readFileSync(join(folder, path)))),
  );
  return sha256([typescriptVersion(), ...contents].join("\n")).slice(0, 12);
}

/** The version of the compiler that checks. */
export function typescriptVersion(): string {
  return versionOf("typescript");
}

/** The version of an installed package. */
export function versionOf(name: string): string {
  const text = readFileSync(resolve(`${name}/package.json`), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
