import { expect, test } from "vitest";
import { createLibraryClient } from "../documents/parameters/expected/index.js";
import { createStylesClient } from "../documents/styles/expected/index.js";
import { serve } from "../support/serve.js";

async function start() {
  const { url, seen } = await serve();
  return { client: createStylesClient({ baseUrl: `${url}/v1` }), seen };
}

test("path parameters in every style", async () => {
  const { client, seen } = await start();
  await client.readPath({
    path: { simple: { x: 1, y: 2 }, label: ["a", "b/c"], matrix: [1, 2], json: { x: 1 } },
  });
  expect(seen[0]?.url).toBe("/v1/paths/x=1,y=2/.a,b%2Fc/x;matrix=1;matrix=2/%7B%22x%22%3A1%7D");
});

test("a path parameter that would change the path is refused in every style", async () => {
  const { client, seen } = await start();
  const path = { simple: { x: 1 }, label: ["a"], matrix: [1], json: {} };
  const refusals = [
    client.readPath({ path: { ...path, simple: {} } }),
    client.readPath({ path: { ...path, label: ["."] } }),
    client.readPath({ path: { ...path, matrix: [] } }),
    client.readUsual({ path: { list: [".."] } }),
    client.readUsual({ path: { list: [] } }),
  ];
  for (const refusal of refusals) {
    await expect(refusal).rejects.toMatchObject({
      name: "ConfigurationError",
      message: expect.stringContaining("is missing, empty, or has dots alone in it") as string,
    });
  }
  expect(seen).toEqual([]);
});

test("query parameters in every style", async () => {
  const { client, seen } = await start();
  await client.readQuery({
    query: {
      plain: "a b",
      list: ["a", "b"],
      commas: ["a", "b,c"],
      spaces: ["a", "b"],
      pipes: ["a", "b"],
      members: { x: 1, y: 2 },
      filter: { shelf: "top", tags: ["a", "b"], range: { x: 0 } },
      where: { y: 1 },
      path: "a/b?c&d",
      flag: "",
      "a&b": "=",
    },
  });
  expect(seen[0]?.url.split(/[?&]/)).toEqual([
    "/v1/queries",
    "plain=a%20b",
    "list=a",
    "list=b",
    "commas=a,b%2Cc",
    "spaces=a%20b",
    "pipes=a%7Cb",
    "x=1",
    "y=2",
    "filter%5Bshelf%5D=top",
    "filter%5Btags%5D%5B%5D=a",
    "filter%5Btags%5D%5B%5D=b",
    "filter%5Brange%5D%5Bx%5D=0",
    "where=%7B%22y%22%3A1%7D",
    "path=a/b",
    "c%26d",
    "flag=",
    "a%26b=%3D",
  ]);
});

test("nothing for what is absent, null or empty", async () => {
  const { client, seen } = await start();
  await client.readQuery();
  await client.readQuery({ query: { list: [], commas: [], members: {}, filter: {} } });
  await client.readUsual({ path: { list: ["a"] }, query: { q: [], limit: null } });
  await client.searchJson();
  expect(seen.map(({ url }) => url)).toEqual([
    "/v1/queries",
    "/v1/queries",
    "/v1/usual/a",
    "/v1/search",
  ]);
});

test("parameters that need no serializer", async () => {
  const { client, seen } = await start();
  await client.readUsual({
    path: { list: ["a b", "c"] },
    query: { q: ["x", "y&z"], limit: 5 },
    headers: { "X-Trace": "t" },
    cookie: { session: "a;b" },
  });
  expect(seen[0]).toMatchObject({
    url: "/v1/usual/a%20b,c?q=x&q=y%26z&limit=5",
    headers: { "x-trace": "t", cookie: "session=a%3Bb" },
  });
});

test("header and cookie parameters", async () => {
  const { client, seen } = await start();
  await client.readHeaders({
    headers: { "X-List": ["a", "b"], "X-Point": { x: 1, y: 2 }, "X-Json": { x: 1 } },
    cookie: { form: ["a b", "c"], raw: ["d", "e%20f"], plain: "g" },
  });
  expect(seen[0]?.headers).toMatchObject({
    "x-list": "a,b",
    "x-point": "x=1,y=2",
    "x-json": '{"x":1}',
    cookie: "form=a%20b,c; raw=d; raw=e%20f; plain=g",
  });
  await client.readHeaders();
  expect(seen[1]?.headers).not.toHaveProperty("cookie");
  await expect(client.readHeaders({ cookie: { raw: ["a; b=c"] } })).rejects.toMatchObject({
    name: "ConfigurationError",
  });
});

test("a cookie parameter that is absent or undefined", async () => {
  const { url, seen } = await serve(() => ({ type: "application/json", body: "[]" }));
  const library = createLibraryClient({ baseUrl: url });
  await library.listBooks({ cookie: {}, query: { author: "a" } });
  await library.listBooks(
    // As callers without exact optional types may give it.
    { cookie: { session: undefined } as object },
  );
  expect(seen.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
});

test("a whole query string as a form, and as JSON", async () => {
  const { client, seen } = await start();
  await client.searchForm({ query: { text: "a b", tags: ["c", "d"] } });
  await client.searchJson({ query: { x: 1 } });
  expect(seen.map(({ url }) => url)).toEqual([
    "/v1/search?text=a%20b&tags=c,d",
    "/v1/search?%7B%22x%22%3A1%7D",
  ]);
});
