import { builtinModules } from "node:module";
import { dirname, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import {
  clients,
  isGenerated,
  isSource,
  manifestOf,
  published,
  read,
  workspaces,
  type Workspace,
} from "./support/repository.js";
import { importsOf, packageOf } from "./support/syntax.js";

/** What the packages that know no API may depend on. Clients have their own rule. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  // OpenTelemetry is for one entry, an optional peer.
  "@plaid-partner/runtime": ["@opentelemetry/api", "openapi-fetch"],
  "@plaid-partner/generator": [
    "@scalar/openapi-upgrader",
    "js-yaml",
    "modern-tar",
    "openapi-typescript",
    "oxfmt",
    "picomatch",
    "prettier",
    "semver",
    "typescript",
  ],
  "@plaid-partner/sandbox": ["@hono/node-server", "ajv", "ajv-formats", "hono"],
};

const mayDependOn = ({ manifest }: Workspace) =>
  allowed[manifest.name] ??
  (clients.some((client) => client.manifest === manifest) ? ["@plaid-partner/runtime"] : []);

/** Every import of some files, as `file: specifier` where the specifier is one that is looked for. */
function imports(files: readonly string[], looks: (specifier: string, file: string) => boolean) {
  return files.flatMap((file) =>
    importsOf(read(file))
      .filter((specifier) => looks(specifier, file))
      .map((specifier) => `${file}: ${specifier}`),
  );
}

const isRelative = (specifier: string) => specifier.startsWith(".");
const isBuiltin = (specifier: string) =>
  specifier.startsWith("node:") || builtinModules.includes(specifier);
const names = (record: object | undefined) => Object.keys(record ?? {});

test("the packages are those that the rules below speak of", () => {
  expect(published.map(({ manifest }) => manifest.name).sort()).toEqual(
    [...names(allowed), ...clients.map(({ manifest }) => manifest.name)].sort(),
  );
  expect(clients.map(({ manifest }) => manifest.name)).toContain("@plaid-partner/customer-client");
});

describe.each(published.map((each) => [each.manifest.name, each] as const))("%s", (_, each) => {
  const { manifest, files } = each;
  const sources = files.filter(isSource);

  test("depends on what it may, and on nothing else", () => {
    const { dependencies, peerDependencies, optionalDependencies } = manifest;
    expect(names({ ...dependencies, ...peerDependencies, ...optionalDependencies }).sort()).toEqual(
      mayDependOn(each),
    );
  });

  test("imports in src what it depends on, and Node's own modules", () => {
    expect(sources).not.toHaveLength(0);
    const { dependencies, optionalDependencies, peerDependencies } = manifest;
    const declared = names({ ...dependencies, ...optionalDependencies, ...peerDependencies });
    const foreign = (specifier: string) =>
      !isRelative(specifier) && !isBuiltin(specifier) && !declared.includes(packageOf(specifier));
    expect(imports(sources, foreign)).toEqual([]);
  });
});

test("clients and runtime import none of Node's modules: they run elsewhere too", () => {
  const portable = [...clients, ...published.filter(({ folder }) => folder.endsWith("/runtime"))];
  const sources = portable.flatMap(({ files }) => files.filter(isSource));
  expect(portable.length).toBeGreaterThan(1);
  expect(imports(sources, isBuiltin)).toEqual([]);
});

test("generated code imports the runtime's entry for it alone", () => {
  const generated = workspaces.flatMap(({ files }) => files.filter(isGenerated));
  expect(generated).not.toHaveLength(0);
  const other = (specifier: string) =>
    !isRelative(specifier) && specifier !== "@plaid-partner/runtime/client";
  expect(imports(generated, other)).toEqual([]);
});

test("nothing needs the generator at run time", () => {
  const needing = workspaces.filter(({ manifest }) =>
    names(manifest.dependencies).includes("@plaid-partner/generator"),
  );
  expect(needing.map(({ folder }) => folder)).toEqual([]);
  const sources = workspaces.flatMap(({ files }) => files.filter(isSource));
  const generator = (specifier: string) => packageOf(specifier) === "@plaid-partner/generator";
  expect(imports(sources, generator)).toEqual([]);
});

test("tests and tools import what their package or the root declares", () => {
  const shared = names(manifestOf(".").devDependencies);
  const undeclared = workspaces.flatMap(({ manifest, files }) => {
    const { name, dependencies, devDependencies } = manifest;
    const declared = new Set([name, ...names({ ...dependencies, ...devDependencies }), ...shared]);
    return imports(
      files.filter((file) => !isSource(file) && !isGenerated(file)),
      (specifier) =>
        !isRelative(specifier) && !isBuiltin(specifier) && !declared.has(packageOf(specifier)),
    );
  });
  expect(undeclared).toEqual([]);
});

test("relative imports stay in their package", () => {
  const escaping = workspaces.flatMap(({ folder, files }) =>
    imports(files, (specifier, file) => {
      const target = normalize(`${dirname(file)}/${specifier}`);
      return (
        isRelative(specifier) && !target.startsWith(`${folder}/`) && target !== "vitest.shared.ts" // What all vitest configurations begin with.
      );
    }),
  );
  expect(escaping).toEqual([]);
});
