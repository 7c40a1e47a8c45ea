import { existsSync } from "node:fs";
import { join } from "node:path";
import { get, getString, isObject } from "../load/data.js";
import type { NpmPackage } from "./npm-package.js";

/** The conditions that TypeScript looks for where a module imports a package on Node. */
const CONDITIONS = new Set(["types", "import", "node", "default"]);

const JAVASCRIPT = /^(.*)\.([cm]?)jsx?$/;

/** The file with an entry's types: those of JavaScript stand beside it, where TypeScript does not look for a path. */
function typesOf(path: string): string | undefined {
  if (/\.([cm]?ts|tsx|json)$/.test(path)) return existsSync(path) ? path : undefined;
  const [, stem = path, kind = ""] = JAVASCRIPT.exec(path) ?? [];
  const choices = [`${stem}.d.${kind}ts`, `${stem}.${kind}ts`, `${stem}.tsx`, `${stem}/index.d.ts`];
  return choices.find((one) => existsSync(one));
}

/**
 * Where TypeScript finds each entry of a package, for `paths`: what its `exports` say (without these `types` and
 * `main`), by the specifier that is imported. TypeScript reads neither for a path.
 *
 * @param importName what the package is imported by.
 * @param noEntry a file that is no module, for specifiers that the package has no entry for: without it TypeScript
 *   would go on to the installed version.
 * @see https://nodejs.org/api/packages.html#package-entry-points
 */
export function entryPaths(
  { folder, manifest }: NpmPackage,
  importName: string,
  noEntry: string,
): Record<string, string[]> {
  const paths: Record<string, string[]> = {
    [importName]: [noEntry],
  };
  for (const [subpath, target] of listEntries(manifest)) {
    const specifier = `${importName}${subpath.slice(1)}`;
    const path = slashes(join(folder, target));
    if (!target.includes("*")) {
      paths[specifier] = [typesOf(path) ?? noEntry];
      continue;
    }
    const toTypes = (javascript: string) => javascript.replace(JAVASCRIPT, "$1.d.$2ts");
    // Of two patterns with the same beginning, TypeScript takes the first.
    if (path.endsWith("*")) paths[`${specifier}.js`] = [toTypes(`${path}.js`), noEntry];
    paths[specifier] = [toTypes(path), noEntry];
  }
  const others = `${importName}/*`;
  return { ...paths, [others]: paths[others] ?? [noEntry] };
}

/** Entries as `exports` name them, `.` and `./…`, with the file of each. */
function listEntries(manifest: NpmPackage["manifest"]): [subpath: string, target: string][] {
  const exported = get(manifest, "exports");
  if (exported === undefined || exported === null) {
    const main = ["types", "typings", "main"].map((name) => getString(manifest, name));
    return [
      [".", main.find((path) => path !== undefined) ?? "index.js"],
      ["./*", "*"],
    ];
  }
  const bySubpath =
    isObject(exported) && Object.keys(exported).some((key) => key.startsWith("."))
      ? Object.entries(exported)
      : [["." as string, exported] as const];
  return bySubpath.flatMap(([subpath, value]) => {
    const target = resolveTarget(value);
    return target === undefined ? [] : [[subpath, target] as [string, string]];
  });
}

/** The first that holds, as Node and TypeScript take it. */
function resolveTarget(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const choices = Array.isArray(value)
    ? value
    : isObject(value)
      ? Object.entries(value).flatMap(([key, one]) => (CONDITIONS.has(key) ? [one] : []))
      : [];
  for (const choice of choices) {
    const target = resolveTarget(choice);
    if (target !== undefined) return target;
  }
  return undefined;
}

/** A path as tsconfig.json writes it on every system. */
export function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}
