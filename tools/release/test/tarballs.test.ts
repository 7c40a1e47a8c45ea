import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { publishedPackages, ROOT } from "../src/paths.ts";
import { checkTarball } from "../src/tarballs/check-tarball.ts";
import { packPackage, type Tarball } from "../src/tarballs/read-tarball.ts";
import { compareWithReport, makeReport, REPORT } from "../src/tarballs/report.ts";

describe.each(publishedPackages(ROOT).map((each) => [each.name, each] as const))(
  "%s",
  (_, { folder }) => {
    test("packs what is written down, and what may be published", async () => {
      const tarball = await packPackage(join(ROOT, folder));
      const report = await readFile(join(ROOT, folder, REPORT), "utf8").catch(() => "");
      expect(
        compareWithReport(report, tarball),
        `${folder}/${REPORT} is not what is packed: run "pnpm tarballs", read what changed, commit it`,
      ).toEqual([]);
      expect(checkTarball(tarball)).toEqual([]);
    });
  },
);

const manifest = {
  name: "@plaid-partner/example",
  version: "1.0.0",
  description: "An example",
  license: "MIT",
  repository: { url: "git+https://github.com/example/example.git", directory: "packages/example" },
  engines: { node: ">=22" },
  exports: "./dist/index.js",
  sideEffects: false,
};
const sound: Tarball = {
  files: ["LICENSE", "README.md", "dist/index.d.ts", "dist/index.js", "package.json"],
  packed: 10_000,
  unpacked: 40_000,
  manifest: JSON.stringify(manifest),
};

describe("the check of a tarball", () => {
  test("finds nothing in a sound one, with and without a changelog", () => {
    expect(checkTarball(sound)).toEqual([]);
    expect(checkTarball({ ...sound, files: ["CHANGELOG.md", ...sound.files] })).toEqual([]);
  });

  test.each([
    ["src/index.ts", "src/index.ts is not meant to be published"],
    ["dist/index.js.map", "dist/index.js.map is not meant to be published"],
    [".npmrc", ".npmrc is not meant to be published"],
  ])("finds %s", (file, problem) => {
    expect(checkTarball({ ...sound, files: [...sound.files, file] })).toEqual([problem]);
  });

  test("finds a package that is not built, and papers that are missing", () => {
    expect(checkTarball({ ...sound, files: ["package.json", "README.md"] })).toEqual([
      "LICENSE is missing",
      "there is no code: build first",
    ]);
  });

  test.each(["workspace:^", "catalog:", "link:../runtime", "file:../runtime.tgz"])(
    "finds the protocol %s",
    (range) => {
      const text = JSON.stringify({
        ...manifest,
        dependencies: { "@plaid-partner/runtime": range },
      });
      expect(checkTarball({ ...sound, manifest: text })).toEqual([
        `package.json names "${range}", which only the workspace knows`,
      ]);
    },
  );

  test("finds gaps in package.json", () => {
    const { engines: _engines, sideEffects: _sideEffects, ...rest } = manifest;
    const text = JSON.stringify({ ...rest, repository: { url: rest.repository.url } });
    expect(checkTarball({ ...sound, manifest: text })).toEqual([
      "package.json lacks engines",
      "package.json does not say sideEffects: false",
      "package.json lacks the directory in repository",
    ]);
  });
});

describe("the comparison with a report", () => {
  const report = makeReport("@plaid-partner/example", sound);

  test("is content with the same, and with sizes that are near", () => {
    expect(compareWithReport(report, sound)).toEqual([]);
    expect(compareWithReport(report, { ...sound, packed: 10_490, unpacked: 38_010 })).toEqual([]);
  });

  test("tells files and sizes that differ", () => {
    const files = [...sound.files.slice(1), "dist/more.js"];
    expect(compareWithReport(report, { ...sound, files, packed: 10_600, unpacked: 1 })).toEqual([
      "dist/more.js is new",
      "LICENSE is gone",
      "packed: 10.6 kB, where 10.0 kB is written down",
      "unpacked: 0.0 kB, where 40.0 kB is written down",
    ]);
  });

  test("tells a report that is not there", () => {
    expect(compareWithReport("", sound)).toHaveLength(sound.files.length + 2);
  });
});
