import { expect } from "vitest";

declare module "vitest" {
  interface Matchers {
    /** Passes for an empty list of what is wrong; the failure says what to do, then lists it. */
    toBeNone: (advice: string) => void;
  }
}

expect.extend({
  toBeNone(wrong: readonly string[], advice: string) {
    return {
      pass: wrong.length === 0,
      message: () => [advice, ...wrong.map((line) => `  ${line}`)].join("\n"),
    };
  },
});
