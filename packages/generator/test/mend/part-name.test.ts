import { expect, test } from "vitest";
import { partName } from "../../src/mend/part-name.js";

const root = { paths: { "/a": { get: { operationId: "listAll" }, put: {} } } };

test.each([
  ["/components/schemas/Ship/properties/items", "ShipItems"],
  ["/components/schemas/Ship/properties/crew/items/properties/name", "ShipCrewItemName"],
  ["/components/schemas/Old_ship/properties/first_name", "OldShipFirstName"],
  ["/components/schemas/Ship/additionalProperties", "ShipValue"],
  ["/components/schemas/Ship/allOf/1", "ShipPart2"],
  ["/components/schemas/Ship/oneOf/0", "ShipChoice1"],
  ["/components/schemas/Ship/properties/crew/$defs/mate", "Mate"],
  ["/components/responses/Gone/content/application~1json/schema/properties/a", "GoneA"],
  ["/components/parameters/page/schema", "Page"],
  ["/paths/~1a/get/responses/200/content/application~1json/schema", "ListAllResponse"],
  ["/paths/~1a/get/responses/404/content/text~1json/schema/items", "ListAllErrorItem"],
  ["/paths/~1a/put/requestBody/content/application~1json/schema", "PutARequest"],
  ["/components/schemas/ship_yard/properties/dry-dock", "ShipYardDryDock"],
  ["/definitions/Old", "DefinitionsOld"],
])("names %s", (pointer, name) => {
  expect(partName(root, pointer)).toBe(name);
});
