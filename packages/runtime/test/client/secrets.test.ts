import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  basic,
  callOperation,
  createFullClient,
  formBody,
  plainPath,
  plainQuery,
  Secret,
  withParameters,
} from "../../src/client.js";
import { AuthenticationError } from "../../src/index.js";
import { json, serve } from "../support/serve.js";
import {
  canary,
  client,
  definition,
  details,
  failure,
  update,
  updateThing,
} from "../support/things.js";

const ok = (response: Parameters<typeof json>[0]) => json(response, 200, { request_id: "r" });

describe("a Secret", () => {
  test("is sent as what it holds: as a credential, from a function, and in bodies", async () => {
    const { url, seen } = await serve(ok);
    const key = new Secret(canary);
    await updateThing(client(url, { credentials: { id: "i", key } }), { deep: [{ key }] });
    await updateThing(client(url, { credentials: { id: "i", key: () => key } }), {});
    const form = { ...update, serializeBody: formBody };
    await callOperation(client(url), form, { body: { key } });
    expect(seen.map(({ headers }) => headers["thing-key"])).toEqual([canary, canary, canary]);
    expect(JSON.parse(seen[0]!.body)).toEqual({ deep: [{ key: canary }] });
    expect(seen[2]!.body).toBe(`key=${canary}`);
    const parameters = withParameters({ path: plainPath, query: plainQuery });
    const get = { ...update, path: "/things/{key}", parameters };
    const own = new Secret("own-secret-1");
    await callOperation(client(url), get, { path: { key: own }, query: { own } });
    expect(seen[3]!.url).toBe("/things/own-secret-1?own=own-secret-1");
    expect(String(key)).toBe("[redacted]");
  });

  test("of a body is not told by errors, nor by hooks", async () => {
    const { url } = await serve((response, { body }) => json(response, 400, { echo: body }));
    const told: unknown[] = [];
    const hooks = {
      onRequest: (view: object) => told.push(view),
      onError: (view: object) => told.push(view),
    };
    const error = await failure(
      updateThing(client(url, { hooks }), { key: new Secret("own-secret-1") }),
    );
    const shown = inspect([error, error["body"], told], { depth: 9, getters: true });
    expect(shown).not.toContain("own-secret-1");
    expect(shown).toContain("[redacted]");
  });
});

describe("option wrapSecrets", () => {
  const answer = {
    request_id: "r",
    password: "hidden-1",
    deep: [{ password: { a: ["hidden-2"], n: 1 } }],
    name: "n",
  };

  test("gives sensitive strings as Secrets, and the rest as it is", async () => {
    const { url } = await serve((response) => json(response, 200, answer));
    const data = (await updateThing(
      client(url, { wrapSecrets: true }),
      {},
    )) as unknown as typeof answer & {
      password: Secret;
    };
    expect(inspect(data, { depth: 9 }) + JSON.stringify(data)).not.toContain("hidden");
    expect(data.password).toBeInstanceOf(Secret);
    expect(data.password.reveal()).toBe("hidden-1");
    const { a, n } = data.deep[0]!.password;
    expect([(a[0] as unknown as Secret).reveal(), n, data.name]).toEqual(["hidden-2", 1, "n"]);
  });

  test("is off by default", async () => {
    const { url } = await serve((response) => json(response, 200, answer));
    expect(await updateThing(client(url), {})).toEqual(answer);
  });
});

describe("functions of credentials", () => {
  test("are called for every attempt, and concurrent calls share one that has not answered", async () => {
    const { url, seen } = await serve((response, _, number) =>
      json(response, number === 1 ? 503 : 200, {}),
    );
    let asked = 0;
    let answer: (key: string) => void = () => {};
    const key = () => {
      asked++;
      return new Promise<string>((resolve) => (answer = resolve));
    };
    const things = client(url, { credentials: { id: "i", key } });
    const calls = [updateThing(things, {}), updateThing(things, {}), updateThing(things, {})];
    await expect.poll(() => asked).toBe(1);
    answer(canary);
    await expect.poll(() => asked).toBe(2);
    answer(`${canary}-2`);
    await Promise.all(calls);
    expect(seen).toHaveLength(4);
    expect(seen[3]!.headers["thing-key"]).toBe(`${canary}-2`);
  });

  test("go on for those who wait when another call fails at the network", async () => {
    let asked = 0;
    let answer: (key: string) => void = () => {};
    const key = () => {
      asked++;
      return asked === 1 ? canary : new Promise<string>((resolve) => (answer = resolve));
    };
    let fail: (reason: Error) => void = () => {};
    let calls = 0;
    const fetch = () =>
      calls++ === 0
        ? new Promise<Response>((_, reject) => (fail = reject))
        : Promise.resolve(Response.json({ request_id: "r" }));
    const options = { credentials: { id: "i", key }, fetch, retries: 0 };
    const things = client("https://a.test", options);
    const first = failure(updateThing(things, {}));
    await expect.poll(() => calls).toBe(1);
    const second = updateThing(things, {});
    fail(new Error("broken"));
    expect(await first).toMatchObject({ name: "NetworkError" });
    const third = updateThing(things, {});
    answer(canary);
    await Promise.all([second, third]);
    expect(asked).toBe(2);
  });

  test("that do not answer end with the timeout, and are asked again", async () => {
    let asked = 0;
    const key = () => (asked++ ? canary : new Promise<string>(() => {}));
    const fetch = async () => Response.json({ request_id: "r" });
    const options = { credentials: { id: "i", key }, fetch, timeout: 50 };
    const things = client("https://a.test", options);
    expect(await updateThing(things, {})).toEqual({ request_id: "r" });
    expect(asked).toBe(2);
  });

  test("that fail settle the call: with an error of the configuration, or their own of authentication", async () => {
    const { url, seen } = await serve(ok);
    const boom = new Error("vault is closed");
    const failing = client(url, { credentials: { id: "i", key: () => Promise.reject(boom) } });
    expect(await failure(updateThing(failing, {}))).toMatchObject({
      name: "ConfigurationError",
      operation: "updateThing",
      cause: boom,
    });
    const refused = new AuthenticationError({ status: 401, body: {} });
    const other = client(url, {
      credentials: {
        id: "i",
        key: () => {
          throw refused;
        },
      },
    });
    expect(await failure(updateThing(other, {}))).toBe(refused);
    expect(seen).toHaveLength(0);
  });
});

test("a password that comes back is not told: as it was given, nor as HTTP Basic sends it", async () => {
  const { url } = await serve((response, { headers }) => json(response, 400, headers));
  const things = createFullClient(
    {
      ...definition,
      credentials: { key: { name: "authorization", encode: basic } },
      security: [["key"]],
    },
    details,
    { baseUrl: url, credentials: { key: `user:${canary}` } },
  );
  const error = await failure(callOperation(things, update, { body: { password: canary } }));
  const shown = JSON.stringify([error, error["body"]]);
  expect(shown).toContain("Basic [redacted]");
  expect(shown).not.toContain(canary);
});
