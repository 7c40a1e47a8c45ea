import { expect, test } from "vitest";
import { nodeProblem } from "../src/check-node.ts";

test.each(["22.13.0", "22.20.1", "23.0.0", "24.21.0", "100.0.0-nightly"])(
  "%s will do",
  (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  },
);

test.each(["18.20.4", "20.20.2", "22.12.0", "22.9.0"])("%s is too old", (version) => {
  expect(nodeProblem(version)).toBe(
    `the sandbox needs Node.js 22.13 or newer (for node:sqlite); this is Node.js ${version}: run it with Node 22.13 or newer, for instance npx -p node@24 plaid-partner-sandbox`,
  );
});
