import { afterEach, expect, test, vi } from "vitest";
import { readEnv } from "../../src/environment/read-env.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test("reads a variable; an empty one counts as unset", () => {
  vi.stubEnv("THINGS_X", "1");
  vi.stubEnv("THINGS_Y", "");
  expect(readEnv("THINGS_X")).toBe("1");
  expect(readEnv("THINGS_Y")).toBeUndefined();
  expect(readEnv("THINGS_Z")).toBeUndefined();
  expect(readEnv(undefined)).toBeUndefined();
});

test("is undefined where there is no process, and where reading is not allowed", () => {
  vi.stubGlobal("process", undefined);
  expect(readEnv("THINGS_X")).toBeUndefined();
  const env = new Proxy(
    {},
    {
      get: () => {
        throw new Error("NotCapable");
      },
    },
  );
  vi.stubGlobal("process", { env });
  expect(readEnv("THINGS_X")).toBeUndefined();
});
