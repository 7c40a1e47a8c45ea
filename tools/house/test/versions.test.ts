import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { clients, manifestOf, read, root } from "./support/repository.js";

/** The exports of a source file. */
async function load(path: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(join(root, path)).href)) as Record<string, unknown>;
}

/** The caret range as semver has it: the leftmost number that is not 0 stays. */
function satisfies(version: string, range: string): boolean {
  const numbers = (text: string) => text.split("-")[0]!.split(".").map(Number);
  const [wanted, found] = [numbers(range.replace(/^\^/, "")), numbers(version)];
  const fixed = wanted.findIndex((number) => number > 0);
  const lowest = wanted.findIndex((number, at) => number !== found[at]);
  return lowest === -1 || (lowest > fixed && (found[lowest] ?? 0) > (wanted[lowest] ?? 0));
}

test.each([
  ["0.1.0", "^0.1.0", true],
  ["0.1.7", "^0.1.0", true],
  ["0.1.0", "^0.1.2", false],
  ["0.2.0", "^0.1.0", false],
  ["1.4.0", "^1.2.3", true],
  ["2.0.0", "^1.2.3", false],
])("%s in %s: %s", (version, range, expected) => {
  expect(satisfies(version, range)).toBe(expected);
});

const runtime = await load("packages/runtime/src/version.ts");
const generator = await load("packages/generator/src/versions.ts");

test("the runtime knows its version, which fits the range it answers to", () => {
  expect(runtime["VERSION"]).toBe(manifestOf("packages/runtime").version);
  expect(satisfies(String(runtime["VERSION"]), String(runtime["RUNTIME_RANGE"]))).toBe(true);
});

test("the generator knows its version, and writes for the runtime that is here", () => {
  expect(generator["GENERATOR_VERSION"]).toBe(manifestOf("packages/generator").version);
  expect(generator["RUNTIME_RANGE"]).toBe(runtime["RUNTIME_RANGE"]);
});

describe.each(clients.map(({ folder }) => folder))("%s", (folder) => {
  test("was made for this runtime", async () => {
    const { definition } = await load(`${folder}/src/generated/definition.ts`);
    expect(definition).toMatchObject({ runtime: generator["RUNTIME_RANGE"] });
    const made = JSON.parse(read(`${folder}/src/generated/clientgen.manifest.json`)) as object;
    expect(made).toMatchObject({ made: { generator: generator["GENERATOR_VERSION"] } });
  });

  test("depends on the runtime of the workspace", () => {
    expect(manifestOf(folder).dependencies).toEqual({ "@plaid-partner/runtime": "workspace:^" });
  });
});
