import { appendFile, copyFile, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeRepository, taskHashes } from "./support/checkout.ts";

const TASKS = ["build", "typecheck", "lint", "test", "generate", "generate:check"];

let temporary: string;
let repository: string;
let before: Readonly<Record<string, string>>;
beforeAll(async () => {
  temporary = await realpath(await mkdtemp(join(tmpdir(), "remote-cache-")));
  repository = join(temporary, "repository");
  await makeRepository(repository);
  await writeFile(join(repository, ".machine"), "one\n");
  before = await taskHashes(repository, TASKS);
});
afterAll(() => rm(temporary, { recursive: true, force: true }));

/** What is edited, tasks that must then run anew, and tasks that need not. */
const EDITS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    "packages/runtime/src/version.ts",
    ["runtime#build", "customer-client#test", "api-reports#test", "house#test"],
    [],
  ],
  ["packages/runtime/api/index.api.md", ["api-reports#test", "house#test"], ["runtime#build"]],
  [
    "packages/runtime/README.md",
    ["snippets#test", "runtimes#test", "runtime#test"],
    ["runtime#build"],
  ],
  [
    "packages/customer-client/src/generated/schemas.ts",
    ["customer-client#build", "customer-client#generate", "demo#typecheck"],
    [],
  ],
  ["packages/customer-client/.size-limit.json", ["customer-client#lint"], []],
  [
    "spec/customer.yaml",
    [
      "spec#lint",
      "spec#test",
      "sandbox#build",
      "sandbox#test",
      "customer-client#generate",
      "mutations#test",
      "regenerate#test",
      "release#test",
      "upstream-watch#test",
    ],
    ["runtime#build"],
  ],
  ["spec/common/errors.yaml", ["spec#lint", "sandbox#build", "customer-client#generate"], []],
  [".prettierrc.json", ["//#lint", "customer-client#generate", "house#test"], ["runtime#test"]],
  [".oxlintrc.json", ["//#lint", "generator#test"], ["runtime#test"]],
  ["tsconfig.base.json", ["runtime#build", "sandbox#typecheck", "conformance#typecheck"], []],
  ["vitest.shared.ts", ["runtime#test", "spec#test"], []],
  ["pnpm-workspace.yaml", ["//#lint", "house#test", "remote-cache#test"], []],
  ["docs/leaks.md", ["//#lint", "snippets#test", "house#test"], ["runtime#test"]],
  ["tools/bench/src/main.ts", ["//#lint", "bench#typecheck", "bench#test"], ["runtime#test"]],
  [".changeset/config.json", ["//#lint", "house#test"], ["runtime#test"]],
];

test.each(EDITS)(
  "after an edit of %s no result that knows the old one is taken",
  async (file, anew, same) => {
    const path = join(repository, file);
    await copyFile(path, join(temporary, "original"));
    await appendFile(path, "\n");
    try {
      const after = await taskHashes(repository, TASKS);
      const isSame = (task: string) => {
        expect(before).toHaveProperty([task]);
        return after[task] === before[task];
      };
      expect(anew.filter(isSame)).toEqual([]);
      expect(same.filter((task) => !isSame(task))).toEqual([]);
    } finally {
      await copyFile(join(temporary, "original"), path);
    }
  },
);

test("what any test found on another system or Node is not taken", async () => {
  await writeFile(join(repository, ".machine"), "another\n");
  const after = await taskHashes(repository, TASKS);
  await writeFile(join(repository, ".machine"), "one\n");
  const isTest = (task: string) => task.endsWith("#test");
  const [tests, others] = [
    Object.keys(before).filter(isTest),
    Object.keys(before).filter((task) => !isTest(task)),
  ];
  expect(tests.length).toBeGreaterThan(10);
  expect(tests.filter((task) => before[task] === after[task])).toEqual([]);
  expect(others.filter((task) => before[task] !== after[task])).toEqual([]);
});

test("what generated code is compared with is looked at each time", () => {
  expect(before["customer-client#generate:check"]).toBe("not kept");
});
