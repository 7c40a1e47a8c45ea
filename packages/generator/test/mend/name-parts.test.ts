import { expect, test } from "vitest";
import { document, emitted, modelOf, schemas } from "../support/stages.js";

/** The schemas of a mended document, and its warnings. */
function mend(text: string) {
  const { model, warnings } = modelOf(schemas(text));
  const found = [...model.schemas].map(([name, { schema }]) => [name, schema]);
  return { schemas: Object.fromEntries(found) as Record<string, unknown>, warnings: warnings() };
}

const REF = (pointer: string) => ({ $ref: `#/components/schemas/${pointer}` });

test("makes a component of what a reference finds inside another one", () => {
  const { schemas: found, warnings } = mend(`
Ship: { properties: { crew: { items: { type: object, properties: { name: { type: string } } } } } }
Captain: { allOf: [{ $ref: "#/components/schemas/Ship/properties/crew/items" }] }
Cook: { $ref: "#/components/schemas/Ship/properties/crew/items" }`);
  expect(found).toEqual({
    Ship: { properties: { crew: { items: REF("ShipCrewItem") } } },
    Captain: { allOf: [REF("ShipCrewItem")] },
    Cook: REF("ShipCrewItem"),
    ShipCrewItem: { type: "object", properties: { name: { type: "string" } } },
  });
  expect(warnings).toEqual([
    'warning: api.yaml:9:32 #/components/schemas/Captain/allOf/0/$ref: The reference "#/components/schemas/Ship/properties/crew/items" leads into the middle of something; what it names becomes the schema "ShipCrewItem". Define it under components.schemas, with a name of your choice.',
  ]);
});

test("follows references that lead through one another, and back into themselves", () => {
  const { schemas: found } = mend(`
Tree: { properties: { top: { properties: { left: { $ref: "#/components/schemas/Tree/properties/top" }, leaf: { type: string } } } } }
Leaf: { $ref: "#/components/schemas/Tree/properties/top/properties/leaf" }`);
  expect(found).toEqual({
    Tree: { properties: { top: REF("TreeTop") } },
    Leaf: REF("TreeTopLeaf"),
    TreeTop: { properties: { left: REF("TreeTop"), leaf: REF("TreeTopLeaf") } },
    TreeTopLeaf: { type: "string" },
  });
});

test("passes by places that hold nothing but a reference", () => {
  const { schemas: found, warnings } = mend(`
Ship: { properties: { flag: { $ref: "#/components/schemas/Flag" } } }
Flag: { type: string }
Other: { $ref: "#/components/schemas/Ship/properties/flag" }`);
  expect(found["Other"]).toEqual(REF("Flag"));
  expect(warnings).toEqual([]);
});

test("goes on through plain data that references make schemas of", () => {
  const { model, warnings } = modelOf(
    document(`paths: { /a: { get: { parameters: [{ $ref: "#/x-data/param" }] } } }
components: { schemas: { Tree: { $ref: "#/x-data/tree" } } }
x-data:
  tree: { properties: { left: { $ref: "#/x-data/leaf" }, right: { $ref: "#/x-data/leaf" } } }
  leaf: { type: object, properties: { up: { $ref: "#/x-data/tree" }, lost: { $ref: "b.yaml#/x" } } }
  param: { name: q, in: query, schema: { $ref: "#/x-data/word" } }
  word: { type: string }`),
  );
  expect([...model.schemas.keys()]).toEqual(["Tree", "XDataTree", "XDataWord", "XDataLeaf"]);
  expect(model.schemas.get("XDataLeaf")?.schema).toMatchObject({
    properties: { up: REF("XDataTree") },
  });
  expect(model.operations[0]?.parameters[0]?.schema).toEqual(REF("XDataWord"));
  expect(warnings().filter((line) => !line.startsWith("warning:"))).toEqual([
    'api.yaml:8:84 #/x-data/leaf/properties/lost/$ref: The reference "b.yaml#/x" leads nowhere, or out of plain data into another file. Define what it stands in under components.schemas, and correct the reference.',
  ]);
});

test("leaves a name that is taken alone", () => {
  const { schemas: found } = mend(`
Ship: { properties: { flag: { type: string } } }
ShipFlag: { type: number }
Other: { $ref: "#/components/schemas/Ship/properties/flag" }`);
  expect(found).toMatchObject({ Other: REF("ShipFlag2"), ShipFlag: { type: "number" } });
});

test("keeps what a mark on the place says, and lets discriminators lead there", async () => {
  const files = await emitted(`openapi: 3.1.0
info: { title: T }
paths:
  /ships:
    post:
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Ship" } } } }
      responses:
        200:
          content: { application/json: { schema: { $ref: "#/components/schemas/Any" } } }
components:
  schemas:
    Ship: { properties: { id: { type: string, readOnly: true }, name: { type: string } } }
    Mate: { properties: { ship: { $ref: "#/components/schemas/Ship/properties/id" } } }
    Any:
      oneOf: [{ $ref: "#/components/schemas/All/$defs/sail" }, { $ref: "#/components/schemas/Mate" }]
      discriminator: { propertyName: kind, mapping: { s: "#/components/schemas/All/$defs/sail" } }
    All: { $defs: { sail: { properties: { kind: { type: string } } } } }`);
  const text = files.get("schemas.ts") ?? "";
  expect(text).toContain("export type ShipInput = {\n  name?: string;\n};");
  expect(text).toContain("export type Mate = {\n  ship?: ShipId;\n};");
  expect(text).toContain('export type Sail = {\n  kind?: "s";\n};');
});
