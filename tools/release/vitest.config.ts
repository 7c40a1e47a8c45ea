import { defineConfig, mergeConfig } from "vitest/config";
import { shared } from "../../vitest.shared.ts";

// A rehearsal builds, packs, publishes and installs: seconds, and minutes on a busy machine.
export default mergeConfig(
  shared,
  defineConfig({ test: { testTimeout: 600_000, hookTimeout: 300_000 } }),
);
