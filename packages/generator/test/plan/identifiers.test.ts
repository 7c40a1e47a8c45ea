import { expect, test } from "vitest";
import { camelCase, isIdentifier, kebabCase, pascalCase } from "../../src/plan/identifiers.js";

test.each(["a", "_1", "$x", "getPet", "constructor", "__proto__"])(
  "%s is an identifier",
  (name) => {
    expect(isIdentifier(name)).toBe(true);
  },
);

test.each(["", "1a", "a-b", "a b", "größe", "class", "string", "await", "a\u200db", "a;b", "a\n"])(
  "%j is none",
  (name) => {
    expect(isIdentifier(name)).toBe(false);
  },
);

test.each([
  ["find pets/{id}", "FindPetsId", "findPetsId", "find-pets-id"],
  ["HTTPServer", "HTTPServer", "httpServer", "http-server"],
  ["3scale", "_3scale", "_3scale", "3scale"],
  ["größe", "GroE", "groE", "gr-e"],
  ["日本", "", "", ""],
  ["*/ evil()", "Evil", "evil", "evil"],
])("makes names of %j", (text, pascal, camel, kebab) => {
  expect([pascalCase(text), camelCase(text), kebabCase(text)]).toEqual([pascal, camel, kebab]);
});
