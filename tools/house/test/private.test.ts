import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { read, repositoryFiles, root } from "./support/repository.js";

/** Every line that a pattern finds, as `file:line: text`. */
function found(pattern: RegExp, files: readonly string[] = repositoryFiles): string[] {
  return files.flatMap((file) =>
    read(file)
      .split("\n")
      .flatMap((text, index) =>
        pattern.test(text) ? [`${file}:${index + 1}: ${text.trim().slice(0, 120)}`] : [],
      ),
  );
}

/** Absolute paths of people's machines; a URL's path is none. */
const machinePath =
  /(?<![\w.:/@*)}\]-])(?:\/(?:work|root|tmp|opt|srv|mnt|private|var\/folders)\/|\/(?:home|Users)\/\w|[A-Z]:\\(?:Users|Windows|work|tmp)\b)/;

test("the pattern for machine paths finds them, and no others", () => {
  const slash = "/";
  for (const path of ["work/main", "root/.npm", "tmp/x", "home/ada/x", "Users/ada"]) {
    expect(`see "${slash}${path}"`).toMatch(machinePath);
    expect(`${slash}${path}`).toMatch(machinePath);
  }
  for (const text of ["a.example/work/x", "./tmp/x", "framework/x", "https://a.example/home/x"]) {
    expect(text).not.toMatch(machinePath);
  }
});

test("no file names a path of somebody's machine", () => {
  expect(found(machinePath)).toEqual([]);
});

test("the lockfile has integrity hashes, and no addresses", () => {
  expect(read("pnpm-lock.yaml")).toContain("integrity: sha512-");
  expect(found(/tarball:|https?:\/\/|\.tgz/, ["pnpm-lock.yaml"])).toEqual([]);
});

test("no file names a registry but the public one", () => {
  const configured = execFileSync("npm", ["config", "get", "registry"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const host = URL.parse(configured.trim())?.host ?? "registry.npmjs.org";
  const isPublic = host === "registry.npmjs.org";
  expect(isPublic ? [] : repositoryFiles.filter((file) => read(file).includes(host))).toEqual([]);
  expect(found(/https?:\/\/(?!registry\.npmjs\.org\b)[^\s"'`/]*registry[^\s"'`]*/i)).toEqual([]);
});

test("no file holds credentials", () => {
  expect(
    found(/_authToken\s*=\s*[^\s$]|-----BEGIN [A-Z ]*PRIVATE KEY|\bnpm_[A-Za-z\d]{36}\b/),
  ).toEqual([]);
});
