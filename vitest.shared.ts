import { defineConfig } from "vitest/config";

/** What every package's vitest shares. The JSON report lets `scripts/test.mjs` count tests over all packages. */
export const shared = defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // No test measures time: a busy machine is slow, and a test that hangs still ends.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: process.env["CI"] ? ["dot", "json"] : ["default", "json"],
    outputFile: { json: "test-results.json" },
  },
});
