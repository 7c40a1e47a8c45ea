import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../src/paths.ts";

const workflows = globSync(".github/workflows/*.yml", { cwd: ROOT })
  .sort()
  .map((path) => [path, readFileSync(join(ROOT, path), "utf8")] as const);

/** The text of each job, by name. */
function jobsOf(workflow: string): Readonly<Record<string, string>> {
  const parts = workflow.split(/^jobs:$/m)[1]?.split(/^ {2}(\w[\w-]*):$/m) ?? [];
  return Object.fromEntries(
    parts.flatMap((name, index) => (index % 2 === 1 ? [[name, parts[index + 1] ?? ""]] : [])),
  );
}

describe.each(workflows)("%s", (_, text) => {
  test("pins actions by their full hash, and says which version that is", () => {
    const uses = text.match(/^\s*-?\s*uses: .*$/gm) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    expect(
      uses.filter((line) => !/uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
    ).toEqual([]);
  });

  test("says what it may do, and has no token of npm's", () => {
    expect(text).toMatch(/^permissions:/m);
    expect(text).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN/);
  });
});

test("one job alone may ask for an identity, and it neither builds nor tests", () => {
  const jobs = workflows.flatMap(([path, text]) =>
    Object.entries(jobsOf(text)).map(([name, job]) => ({ name: `${path} ${name}`, job })),
  );
  const asking = jobs.filter(({ job }) => /id-token: write/.test(job));
  expect(asking.map(({ name }) => name)).toEqual([".github/workflows/release.yml publish"]);
  expect(asking[0]?.job).not.toMatch(/turbo|\.ci\/run|npm test|registry-url/);
  expect(workflows.flatMap(([, text]) => text.match(/id-token: write/g) ?? [])).toHaveLength(1);
});
