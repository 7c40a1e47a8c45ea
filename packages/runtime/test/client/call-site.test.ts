import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { canary, client, failure, type ThingsOptions, updateThing } from "../support/things.js";
import { type Answer, json, serve } from "../support/serve.js";

const stall: Answer = () => {};
const refuse: Answer = (response) => json(response, 400, {});

/** What follows the heading in a stack. */
const framesOf = (error: Error) => error.stack?.split("\n    called from\n")[1] ?? "";

describe("an error shows the caller's own line", () => {
  test.each<[string, Answer, ThingsOptions]>([
    ["an answer outside 2xx", refuse, {}],
    ["missing credentials", stall, { credentials: {} }],
    ["a timeout", stall, { timeout: 20 }],
    ["a deadline", stall, { deadline: 20 }],
    ["no answer", (response) => response.destroy(), { retries: 0 }],
    ["a wrong option", stall, { credentials: { key: () => 1 as never } }],
  ])("of %s", async (_, answer, options) => {
    const { url } = await serve(answer);
    async function userCode() {
      await updateThing(client(url, options), {});
    }
    const error = await failure(userCode());
    const frames = framesOf(error);
    expect(frames).toContain("userCode");
    expect(frames).toContain("call-site.test.ts");
    expect(frames).not.toContain("runtime/src/");
    expect(inspect(error)).toContain("userCode");
  });

  test("of a call that is not awaited here", async () => {
    const { url } = await serve(refuse);
    const start = () => updateThing(client(url), {});
    const started = (() => start())();
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(framesOf(await failure(started))).toContain("start");
  });

  test("of a call of the raw client", async () => {
    const { url } = await serve(stall);
    const { raw } = client(url, { timeout: 20, retries: 0 });
    const userPost = async () => void (await raw.POST("/things/update", { body: {} }));
    const userRequest = async () =>
      void (await raw.request("post", "/things/update", { body: {} }));
    for (const call of [userPost, userRequest]) {
      const frames = framesOf(await failure(call()));
      expect(frames).toContain(call.name);
      expect(frames).not.toContain("runtime/src/");
    }
  });

  test("once, though middleware throws the same error again", async () => {
    const { url } = await serve(refuse);
    const things = client(url);
    const first = await failure(updateThing(things, {}));
    things.raw.use({
      onRequest() {
        throw first;
      },
    });
    expect(await failure(updateThing(things, {}))).toBe(first);
    expect(first.stack!.split("called from")).toHaveLength(2);
  });
});

test("a secret in the name of a function is not told", async () => {
  const { url } = await serve(refuse);
  const call = async () => void (await updateThing(client(url), {}));
  Object.defineProperty(call, "name", { value: canary });
  const { stack } = await failure(call());
  expect(stack).toContain("[redacted]");
  expect(stack).not.toContain(canary);
});

describe("the stack stays as it is", () => {
  test("without Error.captureStackTrace", async () => {
    const { url } = await serve(refuse);
    const call = await withProperty("captureStackTrace", undefined, async () => [
      updateThing(client(url), {}),
    ]);
    const error = await failure(call[0]!);
    expect(error.name).toBe("ApiError");
    expect(error.stack).not.toContain("called from");
  });

  // Errors of other origin come up meanwhile, of sockets for example.
  test.each<[string, (site: Error) => unknown]>([
    ["throws", () => JSON.parse("{")],
    ["gives no text", () => [1]],
  ])("where Error.prepareStackTrace %s", async (_, prepare) => {
    const { url } = await serve(refuse);
    const call = updateThing(client(url), {});
    const seen = vi.fn<typeof prepare>(prepare);
    const error = await preparing(seen, () => failure(call));
    expect(error["status"]).toBe(400);
    expect(seen).toHaveBeenCalledOnce();
  });
});

test("nothing is formatted for a call that succeeds", async () => {
  const { url } = await serve((response) => json(response, 200, {}));
  const seen = vi.fn<() => string>(() => "");
  await preparing(seen, () => updateThing(client(url), {}));
  expect(seen).not.toHaveBeenCalled();
});

/** Does work while `prepare` formats the stacks of what is no error, as the memory of a call is none. */
function preparing<T>(prepare: (site: Error) => unknown, work: () => PromiseLike<T>): Promise<T> {
  const format = (error: unknown) =>
    error instanceof Error ? String(error) : prepare(error as Error);
  return withProperty("prepareStackTrace", format, work);
}

/** Does work while a property of `Error` is another. */
async function withProperty<T>(
  name: string,
  value: unknown,
  work: () => PromiseLike<T>,
): Promise<T> {
  const before: unknown = Reflect.get(Error, name);
  Reflect.set(Error, name, value);
  try {
    return await work();
  } finally {
    Reflect.set(Error, name, before);
  }
}
