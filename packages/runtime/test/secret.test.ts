import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { Secret } from "../src/secret.js";
import { canary } from "./support/things.js";

const secret = new Secret(canary);

describe("a secret", () => {
  test("gives its text to who asks for it by name", () => {
    expect(secret.reveal()).toBe(canary);
    expect(new Secret("other").reveal()).toBe("other");
  });

  test.each<[string, () => unknown]>([
    // oxlint-disable-next-line typescript/restrict-template-expressions -- what comes of a slip is the question
    ["a template string", () => `${secret}`],
    ["a sum", () => "" + (secret as never)],
    ["String", () => String(secret)],
    ["JSON", () => JSON.parse(JSON.stringify(secret))],
    ["inspect", () => inspect(secret)],
    ["inspect of what holds it", () => inspect({ deep: { secret } }).match(/secret: (.*\])/)?.[1]],
    ["inspect with all that is hidden", () => inspect(secret, { showHidden: true })],
    [
      "an error's cause",
      () => inspect(new Error("x", { cause: secret })).match(/\[redacted\]/)?.[0],
    ],
  ])("is redacted in %s", (_, print) => {
    expect(print()).toBe("[redacted]");
  });

  test.each<[string, () => unknown]>([
    ["a structured clone", () => structuredClone(secret)],
    ["a copy of its properties", () => Object.assign({}, secret)],
    [
      "a deep inspect without its own printer",
      () => inspect(secret, { customInspect: false, showHidden: true }),
    ],
    ["its property names", () => Reflect.ownKeys(secret)],
    ["an object made of it", () => Object.create(secret)],
  ])("is not in %s", (_, copy) => {
    expect(inspect(copy(), { depth: 9, showHidden: true, getters: true })).not.toContain(canary);
    expect(JSON.stringify(copy())).not.toContain(canary);
  });

  test("is no number either", () => {
    expect(Number(secret)).toBeNaN();
  });
});
