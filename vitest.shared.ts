import { defineConfig } from "vitest/config";

/** What every package's vitest shares. The JSON report lets `scripts/test.mjs` count tests over all packages. */
export const shared = defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: process.env["CI"] ? ["dot", "json"] : ["default", "json"],
    outputFile: { json: "test-results.json" },
  },
});
