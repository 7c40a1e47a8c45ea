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
  [
    "a sentence is no name",
    `[{ url: https://a.example, description: "${"All that there is of it. ".repeat(3)}" }]`,
    "default",
  ],
])("names servers: %s", (_name, text, name) => {
  expect(read(text).servers).toEqual([`${name} https://a.example`]);
});

test("numbers the servers behind the first that have no name", () => {
  expect(
    read("[{ url: https://a.example }, { url: https://b.example, description: ÄÖ }]").servers,
  ).toEqual(["default https://a.example", "server2 https://b.example"]);
});

test("keeps variables in their places, and takes the slash off the end", () => {
  const { model } = modelOf(
    `openapi: 3.1.0
info: { title: T }
servers:
  - url: "https://{a}.example:{b}/{c}/{a}/{d}/"
    variables: { a: { default: x, enum: [x, y], description: A. }, b: { default: 443 }, c: { default: "{c}" }, e: { default: no } }
paths: {}`,
  );
  const any = { values: [], description: undefined };
  expect(model.servers).toEqual([
    {
      name: "default",
      url: "https://{a}.example:{b}/{c}/{a}/{d}",
      description: undefined,
      variables: [
        { name: "a", default: "x", values: ["x", "y"], description: "A." },
        { ...any, name: "b", default: "443" },
        { ...any, name: "c", default: undefined },
        { ...any, name: "d", default: undefined },
      ],
    },
  ]);
});

test("a server that is one variable is where its default is", () => {
  const variables = "variables: { v: { default: https://a.example } }";
  expect(read(`[{ url: "{v}", ${variables} }]`).servers).toEqual(["default {v}"]);
  expect(read('[{ url: "{v}/a" }]')).toEqual({
    servers: [],
    relativeServer: undefined,
    warnings: [
      'warning: api.yaml:3:11 #/servers/0: The server "{v}/a" begins with a variable without a default, so that it makes no environment. Give "v" a default under "variables"; in a client without environments, callers give a baseUrl.',
    ],
  });
});

test("servers of a path and of an operation, with their variables filled in", () => {
  const { model } = modelOf(
    `openapi: 3.1.0
info: { title: T }
servers: [{ url: https://a.example }]
paths:
  /a:
    servers: [{ url: "https://{b}.example/", variables: { b: { default: path } } }, { url: "https://{none}.example" }]
    get: { operationId: a, responses: {} }
    put: { operationId: b, servers: [{ url: https://own.example, x-name: own }], responses: {} }
  /b:
    get: { operationId: c, responses: {} }`,
  );
  expect(
    model.operations.map(({ servers }) => servers.map(({ name, url }) => `${name} ${url}`)),
  ).toEqual([["default https://path.example"], ["own https://own.example"], []]);
});

test("servers of operations stand for those of a document that has none", () => {
  const { model } = modelOf(
    "openapi: 3.1.0\ninfo: { title: T }\npaths: { /a: { get: { responses: {} } }, /b: { servers: [{ url: https://b.example }], get: { responses: {} } } }",
  );
  expect(model.servers.map(({ url }) => url)).toEqual(["https://b.example"]);
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
