import { expect, test } from "vitest";
import { modelOf } from "../support/stages.js";

function read(servers: string) {
  const { model, warnings } = modelOf(
    `openapi: 3.2.0\ninfo: { title: T }\nservers: ${servers}\npaths: {}`,
  );
  return {
    servers: model.servers.map(({ name, url }) => `${name} ${url}`),
    relativeServer: model.relativeServer,
    warnings: warnings(),
  };
}

test.each([
  [
    "x-name first",
    "[{ url: https://a.example, x-name: one, name: two, description: Three }]",
    "one",
  ],
  ["then OpenAPI 3.2's name", "[{ url: https://a.example, name: two, description: Three }]", "two"],
  [
    "then the description",
    "[{ url: https://a.example, description: The real one! }]",
    "the-real-one",
  ],
  ["then its place", "[{ url: https://a.example }]", "default"],
])("names servers: %s", (_name, text, name) => {
  expect(read(text).servers).toEqual([`${name} https://a.example`]);
});

test("numbers the servers behind the first that have no name", () => {
  expect(
    read("[{ url: https://a.example }, { url: https://b.example, description: ÄÖ }]").servers,
  ).toEqual(["default https://a.example", "server2 https://b.example"]);
});

test("fills variables, and takes the slash off the end", () => {
  const variables = "variables: { v: { default: v2 }, none: {} }";
  expect(read(`[{ url: "https://a.example/{v}/{v}{none}/", ${variables} }]`).servers).toEqual([
    "default https://a.example/v2/v2",
  ]);
});

test.each([
  ["/api/v2", "/api/v2"],
  ["/api/v2/", "/api/v2"],
  ["../v2", "/v2"],
  ["v2", "/v2"],
  ["//api.example/v2", "/v2"],
  ['"{host}/v2", variables: { host: { default: "" } }', "/v2"],
])("keeps the path of a relative server, and says that it is none: %s", (url, path) => {
  const { servers, relativeServer, warnings } = read(`[{ url: ${url} }]`);
  expect([servers, relativeServer]).toEqual([[], path]);
  expect(warnings).toEqual([
    expect.stringMatching(
      /^warning: api\.yaml:3:11 #\/servers\/0: The server ".+" is relative, so that it makes no environment\. Write its whole URL; in a client without environments, callers give it as baseUrl\.$/,
    ),
  ]);
});

test("a relative server beside an absolute one asks nothing of callers", () => {
  const { servers, relativeServer, warnings } = read("[{ url: /v2 }, { url: https://a.example }]");
  expect([servers, relativeServer]).toEqual([["server2 https://a.example"], undefined]);
  expect(warnings).toHaveLength(1);
});

test("leaves out what is no web address", () => {
  expect(read("[{ url: ftp://a.example }, {}, { url: / }]")).toEqual({
    servers: [],
    relativeServer: undefined,
    warnings: [
      'warning: api.yaml:3:11 #/servers/0: The server "ftp://a.example" is no web address, so that it is left out. Write a URL that begins with https://.',
    ],
  });
});

test("numbers servers of one name, and says so; one that is there twice counts once", () => {
  const servers = ["a", "b", "a"].map((host) => `{ url: https://${host}.example, x-name: live }`);
  const { servers: names, warnings } = read(`[${servers.join(", ")}]`);
  expect(names).toEqual(["live https://a.example", "live-2 https://b.example"]);
  expect(warnings).toEqual([
    'warning: api.yaml:3:53 #/servers/1: Another server is called "live" already, so that this one is called "live-2". Give each an x-name of its own.',
  ]);
});
