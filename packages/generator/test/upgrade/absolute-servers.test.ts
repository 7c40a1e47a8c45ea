import { expect, test } from "vitest";
import { absoluteServers } from "../../src/upgrade/absolute-servers.js";
import { get } from "../../src/load/data.js";
import { bundleAlone } from "../support/stages.js";

function servers(url: string, address: string): unknown {
  const text = `openapi: 3.1.0\nservers: [{ url: "${url}" }]\npaths: {}`;
  const { document } = bundleAlone({ "api.yaml": text });
  absoluteServers(document, address);
  return get(document.root, "servers");
}

test.each([
  ["/", "https://a.example/"],
  ["/v1", "https://a.example/v1"],
  ["v1/", "https://a.example/docs/v1/"],
  ["./v1", "https://a.example/docs/v1"],
  ["../v1", "https://a.example/v1"],
  ["/{region}/v1", "https://a.example/{region}/v1"],
  ["https://b.example/v1", "https://b.example/v1"],
  ["{scheme}://b.example", "{scheme}://b.example"],
])("of a document from the web, %s is %s", (given, url) => {
  expect(servers(given, "https://a.example/docs/api.yaml?x")).toEqual([{ url }]);
});

test("of a file, servers stay relative", () => {
  expect(servers("/v1", "/docs/api.yaml")).toEqual([{ url: "/v1" }]);
});
