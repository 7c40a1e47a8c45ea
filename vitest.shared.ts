import { defineConfig } from "vitest/config";

/** What every package's vitest shares. The JSON report lets `scripts/test.mjs` count tests over all packages. */
export const shared = defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // No test measures time: on a busy machine, compilers, installs and whole runtimes take minutes. A test that hangs still ends.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    reporters: process.env["CI"] ? ["dot", "json"] : ["default", "json"],
    outputFile: { json: "test-results.json" },
  },
});
