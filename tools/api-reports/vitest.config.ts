import { defineConfig, mergeConfig } from "vitest/config";
import { shared } from "../../vitest.shared.ts";

// A report is long: of a difference, only the lines around it are shown.
export default mergeConfig(
  shared,
  defineConfig({ test: { diff: { expand: false, contextLines: 2 } } }),
);
