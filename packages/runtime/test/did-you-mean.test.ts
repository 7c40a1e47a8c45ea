import { expect, test } from "vitest";
import { didYouMean } from "../src/did-you-mean.js";

const known = ["baseUrl", "timeout", "retries", "hooks"];

test.each([
  ["baseurl", "baseUrl"],
  ["BASEURL", "baseUrl"],
  ["baseUr", "baseUrl"],
  ["aseUrl", "baseUrl"],
  ["baseUrll", "baseUrl"],
  ["bbaseUrl", "baseUrl"],
  ["baseUri", "baseUrl"],
  ["baesUrl", "baseUrl"],
  ["tiemout", "timeout"],
  ["hook", "hooks"],
])("%s is near %s", (name, meant) => {
  expect(didYouMean(name, known)).toBe(` Did you mean ${meant}?`);
});

test.each(["url", "baseU", "", "toString", "retry", "outtime"])("%j is near nothing", (name) => {
  expect(didYouMean(name, known)).toBe("");
});

test("nothing is proposed where two names are near", () => {
  expect(didYouMean("ac", ["ab", "ad"])).toBe("");
});
