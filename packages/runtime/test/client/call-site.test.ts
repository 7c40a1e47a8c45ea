import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { client, failure, type ThingsOptions, updateThing } from "../support/things.js";
import { type Answer, json, serve } from "../support/serve.js";

const stall: Answer = () => {};
const refuse: Answer = (response) => json(response, 400, {});

describe("the stack of an error shows the caller who awaits the call", () => {
  test.each<[string, Answer, ThingsOptions]>([
    ["an answer outside 2xx", refuse, {}],
    ["missing credentials", stall, { credentials: {} }],
    ["a timeout", stall, { timeout: 20, retries: 0 }],
    ["a deadline", stall, { deadline: 20 }],
    ["no answer", (response) => response.destroy(), { retries: 0 }],
    ["a wrong credential", stall, { credentials: { key: () => 1 as never } }],
  ])("of %s", async (_, answer, options) => {
    const { url } = await serve(answer);
    async function userCode() {
      await updateThing(client(url, options), {});
    }
    const error = await failure(userCode());
    expect(error.stack).toContain("userCode");
    expect(error.stack).toContain("call-site.test.ts");
    expect(inspect(error)).toContain("userCode");
  });

  test("once, though middleware throws the same error again", async () => {
    const { url } = await serve(refuse);
    const things = client(url);
    const first = await failure(updateThing(things, {}));
    const { stack } = first;
    things.raw.use({
      onRequest() {
        throw first;
      },
    });
    expect(await failure(updateThing(things, {}))).toBe(first);
    expect(first.stack).toBe(stack);
  });

  test("and stays as it is without Error.captureStackTrace", async () => {
    const { url } = await serve(refuse);
    const before: unknown = Reflect.get(Error, "captureStackTrace");
    Reflect.set(Error, "captureStackTrace", undefined);
    try {
      const error = await failure(updateThing(client(url), {}));
      expect(error.name).toBe("ApiError");
      expect(error.stack).toContain("updateThing: 400");
    } finally {
      Reflect.set(Error, "captureStackTrace", before);
    }
  });
});
