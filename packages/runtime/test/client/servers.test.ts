import { describe, expect, test } from "vitest";
import {
  callOperation,
  createClient,
  createFullClient,
  operationServers,
  type ClientDefinition,
  type OperationDefinition,
  serverVariables,
} from "../../src/client.js";
import { canary, definition, details, failure, update } from "../support/things.js";
import { json, serve } from "../support/serve.js";

const ok = (response: Parameters<typeof json>[0]) => json(response, 200, { request_id: "r" });
const credentials = { id: "thing-id-1", key: canary };

describe("variables of a server", () => {
  async function start() {
    const { url, seen } = await serve(ok);
    const things = {
      ...definition,
      environments: { live: url.replace("127.0.0.1", "{host}") + "/{version}" },
      serverVariables: serverVariables({
        live: { host: { default: "127.0.0.1" }, version: { default: "v1", enum: ["v1", "v2"] } },
      }),
    } satisfies ClientDefinition;
    return { things, seen };
  }

  test("at their defaults, and as the caller gives them", async () => {
    const { things, seen } = await start();
    await callOperation(createClient(things, { credentials }), update, { body: {} });
    const second = createClient(things, { credentials, serverVariables: { version: "v2" } });
    await callOperation(second, update, { body: {} });
    expect(seen.map(({ url }) => url)).toEqual(["/v1/things/update", "/v2/things/update"]);
  });

  test("are refused when the client is made", async () => {
    const { things } = await start();
    expect(() => createClient(things, { serverVariables: { version: "v3" } })).toThrow(
      'Server variable version (option serverVariables) is none of: "v1", "v2".',
    );
    expect(() => createClient(things, { serverVariables: { host: "evil.test/" } })).toThrow(
      "can't stand in the host",
    );
    expect(() => createClient(things, { serverVariables: { host: "evil.test" } })).toThrow(
      "Environment live must be an https URL",
    );
  });

  test("are no option of a client that has none", () => {
    expect(() => createFullClient(definition, details, { serverVariables: {} })).toThrow(
      'There is no option "serverVariables".',
    );
  });
});

describe("servers of an operation", () => {
  async function start() {
    const [own, other] = [await serve(ok), await serve(ok)];
    const things = { ...definition, environments: { live: other.url, trial: other.url } };
    const operation = {
      ...update,
      server: operationServers({ trial: `${own.url}/trial` }),
    } as const satisfies OperationDefinition;
    return { own, other, things, operation };
  }

  test("are called in place of the client's: for the environments that have some", async () => {
    const { own, other, things, operation } = await start();
    for (const environment of ["trial", "live"]) {
      const client = createClient(things, { environment, credentials });
      await callOperation(client, operation, { body: {} });
      await callOperation(client, update, { body: {} });
    }
    expect(own.seen.map(({ url }) => url)).toEqual(["/trial/things/update"]);
    expect(own.seen[0]?.headers).toMatchObject({ "thing-key": canary });
    expect(other.seen).toHaveLength(3);
  });

  test("are not, where the caller gave a base URL", async () => {
    const { own, other, things, operation } = await start();
    const client = createClient(things, { baseUrl: other.url, credentials });
    await callOperation(client, operation, { body: {} });
    expect([own.seen.length, other.seen.length]).toEqual([0, 1]);
  });

  test("must be as safe as a client's", async () => {
    const { things } = await start();
    const client = createClient(things, { environment: "live", credentials });
    const operation = {
      ...update,
      server: operationServers({ live: "http://plain.test" }),
    } as const;
    expect(await failure(callOperation(client, operation, { body: {} }))).toMatchObject({
      name: "ConfigurationError",
      message: expect.stringContaining("The operation's server must be an https URL") as string,
    });
  });
});
