import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clients, isSource, published, type Manifest } from "./support/repository.js";
import { importsOf, packageOf } from "./support/syntax.js";
import { filesOf, pack, readPacked } from "./support/tarballs.js";

const runtimeFiles =
  "index client opentelemetry core full-client streams parameters bodies load rare".split(" ");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tarballs-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe.each(published.map((each) => [each.manifest.name, each] as const))("%s", (_, each) => {
  let tarball: string;
  let files: string[];
  beforeAll(async () => {
    tarball = await pack(each.folder, folder);
    files = await filesOf(tarball);
  });

  const manifest = async () => JSON.parse(await readPacked(tarball, "package.json")) as Manifest;

  test("packs dist, README.md, LICENSE and package.json", () => {
    const outside = files.filter((file) => !file.startsWith("dist/") && file !== "CHANGELOG.md");
    expect(outside).toEqual(["LICENSE", "README.md", "package.json"]);
  });

  test("packs what the build makes of src, and nothing left over: else empty dist and build", () => {
    const base = clients.includes(each) ? "/src/generated/" : "/src/";
    const modules = each.files
      .filter(isSource)
      .map((file) => file.slice(each.folder.length + base.length))
      .map((file) => `dist/${file.replace(/\.ts$/, "")}`);
    const packed = files.filter((file) => /\.(js|d\.ts)$/.test(file));
    // The runtime's modules are joined in few files, named in its rolldown.config.ts.
    const joined = each.folder === "packages/runtime" ? runtimeFiles : undefined;
    const code = joined?.map((name) => `dist/${name}`) ?? modules;
    const declared = modules.map((path) => `${path}.d.ts`);
    expect(packed).toEqual([...declared, ...code.map((path) => `${path}.js`)].sort());
    const others = files.filter((file) => file.startsWith("dist/") && !packed.includes(file));
    expect(others).toEqual(each.folder === "packages/sandbox" ? ["dist/customer.json"] : []);
  });

  test("names versions that a registry has, not the workspace's protocol", async () => {
    const { dependencies = {}, ...rest } = await manifest();
    expect(JSON.stringify({ dependencies, ...rest })).not.toMatch(
      /"(workspace|link|file|catalog):/,
    );
    expect(Object.values(dependencies).every((range) => /^\^?\d+\.\d+\.\d+$/.test(range))).toBe(
      true,
    );
  });

  test("has declarations that mention its own dependencies alone", async () => {
    const { dependencies, peerDependencies, name } = await manifest();
    const own = { ...dependencies, ...peerDependencies };
    const texts = await Promise.all(
      files
        .filter((file) => file.endsWith(".d.ts"))
        .map(async (file) => ({ file, text: await readPacked(tarball, file) })),
    );
    expect(texts).not.toHaveLength(0);
    const needsNode = ["@plaid-partner/generator", "@plaid-partner/sandbox"].includes(name);
    const foreign = texts.flatMap(({ file, text }) =>
      importsOf(text)
        .filter((specifier) => !specifier.startsWith("."))
        .filter((specifier) => !(needsNode && specifier.startsWith("node:")))
        .filter((specifier) => !Object.hasOwn(own, packageOf(specifier)))
        .map((specifier) => `${file}: ${specifier}`),
    );
    expect(foreign).toEqual([]);
    expect(texts.filter(({ text }) => /<reference\s+types=/.test(text))).toEqual([]);
  });
});
