import { expect, test } from "vitest";
import { componentName, componentReference } from "../../src/load/component-reference.js";

test("knows references to component schemas", () => {
  expect(componentName("#/components/schemas/A")).toBe("A");
  expect(componentName("#/components/schemas/a~1b~0c")).toBe("a/b~c");
  expect(componentName("#/components/schemas/A/properties/b")).toBeUndefined();
  expect(componentName("#/components/responses/A")).toBeUndefined();
  expect(componentName(5)).toBeUndefined();
});

test("makes them", () => {
  expect(componentReference("a/b~c")).toBe("#/components/schemas/a~1b~0c");
});
