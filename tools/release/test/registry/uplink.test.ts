import { expect, test } from "vitest";
import { findAuth } from "../../src/registry/uplink.ts";

const registry = "https://packages.example/npm/team";

test("a registry that nobody has a credential for is asked without one", () => {
  expect(
    findAuth(registry, ["registry=https://packages.example/npm/team", ""], {}),
  ).toBeUndefined();
  expect(findAuth(registry, ["//other.example/:_authToken=${T}"], { T: "abc" })).toBeUndefined();
  expect(
    findAuth(registry, ["//packages.example/npm/te/:_authToken=${T}"], { T: "abc" }),
  ).toBeUndefined();
});

test("the credential with the longest path counts, of the file that counts first", () => {
  const user = [
    "//packages.example/:_authToken=${HOST}",
    "//packages.example/npm/:_authToken=${USER}",
  ];
  const other = "//packages.example/npm/:_authToken=${GLOBAL}";
  const tokens = { HOST: "host", USER: "user", GLOBAL: "global" };
  expect(findAuth(registry, [user.join("\r\n"), other], tokens)).toEqual({
    type: "bearer",
    token: "user",
  });
});

test("a credential may be a name and a password, and stand in the environment", () => {
  expect(findAuth(registry, ['//packages.example/npm/team/:_auth = "bmFtZQ=="'], {})).toEqual({
    type: "basic",
    token: "bmFtZQ==",
  });
  expect(findAuth(registry, ["//packages.example/:_authToken=${TOKEN}"], { TOKEN: "abc" })).toEqual(
    { type: "bearer", token: "abc" },
  );
});
