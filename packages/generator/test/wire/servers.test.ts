import { expect, test } from "vitest";
import {
  createRegionsClient,
  type RegionsClientOptions,
} from "../documents/servers-variables/expected/index.js";
import { serve } from "../support/serve.js";

/** The URLs that a client would call. */
async function called(options: RegionsClientOptions): Promise<string[]> {
  const urls: string[] = [];
  const client = createRegionsClient({
    ...options,
    fetch: async (url) => {
      urls.push(url);
      return new Response(null, { status: 204 });
    },
  });
  await client.ping();
  await client.putFile();
  await client.listFiles();
  return urls;
}

test("variables at their defaults, and servers of paths and operations", async () => {
  expect(await called({ environment: "live" })).toEqual([
    "https://eu.regions.example/v1/ping",
    "https://files.regions.example/files",
    "https://list.regions.example/v2/files",
  ]);
});

test("variables as given, and the server of a path by the environment's name", async () => {
  expect(await called({ environment: "test", serverVariables: { tenant: "t" } })).toEqual([
    "https://test-local.regions.example/t/ping",
    "https://files-test.regions.example/files",
    "https://list.regions.example/v2/files",
  ]);
});

test("a server that is one variable, and the first server of a path where none has the name", async () => {
  const { url, seen } = await serve();
  const options = { environment: "own", serverVariables: { baseUrl: `${url}/base` } } as const;
  await createRegionsClient(options).ping();
  expect(seen[0]?.url).toBe("/base/ping");
  expect((await called(options))[1]).toBe("https://files.regions.example/files");
});

test("a base URL in place of all of them", async () => {
  const { url, seen } = await serve();
  const client = createRegionsClient({ baseUrl: url });
  await client.ping();
  await client.putFile();
  expect(seen.map(({ method, url: path }) => `${method} ${path}`)).toEqual([
    "GET /ping",
    "PUT /files",
  ]);
});

test("variables are checked when the client is made", () => {
  const make = (serverVariables: object) => () =>
    createRegionsClient({ environment: "live", serverVariables });
  expect(make({ region: "cn" })).toThrow(
    'Server variable region (option serverVariables) is none of: "eu", "us".',
  );
  expect(make({ port: "1@evil.example" })).toThrow("can't stand in the host of a URL");
  expect(() => createRegionsClient({ environment: "test" })).toThrow(
    "Server variable tenant (option serverVariables) is missing.",
  );
  // @ts-expect-error there is no such region
  const options: RegionsClientOptions = { serverVariables: { region: "cn" } };
  expect(() => createRegionsClient({ ...options, environment: "live" })).toThrow("is none of");
});
