import { expect, test } from "vitest";
import { oldNode } from "../../src/cli/old-node.js";

test.each(["20.19.0", "20.20.2", "22.12.0", "23.0.0", "24.21.0"])("runs on Node %s", (version) => {
  expect(oldNode(version)).toBeUndefined();
});

test.each(["16.20.2", "18.20.4", "20.18.3", "21.7.3", "22.11.0"])("refuses Node %s", (version) => {
  expect(oldNode(version)).toBe(
    `clientgen: Node ${version} is too old. Use 20.19 or newer, or 22.12 or newer of those after 20.`,
  );
});
