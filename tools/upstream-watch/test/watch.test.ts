import { describe, expect, test } from "vitest";
import { describe as sentence, type Difference } from "../src/difference.ts";
import { readView, watch } from "../src/watch.ts";
import { boats } from "./support/boats.ts";

/** What differs, without the lines. */
async function differences(documents: ReturnType<typeof boats>) {
  const found = watch(await readView(documents.ours), await readView(documents.upstream));
  return found.differences;
}

const short = ({ what, ours, oursSays, upstreamSays }: Difference) => [
  what,
  ours.pointer,
  oursSays,
  upstreamSays,
];

const PATH = "/paths/~1harbours~1{id}~1boats";
const OWN_PATH = "/paths/~1harbours~1{harbour}~1boats";
const SCHEMAS = "/components/schemas";

test("documents that mean the same do not differ, whatever their words, names and versions", async () => {
  expect(await differences(boats())).toEqual([]);
});

type Case = readonly [
  name: string,
  pointer: string,
  value: unknown,
  expected: readonly [what: string, pointer: string, ours: unknown, upstream: unknown],
];

// What is edited in the published document, and what has to be told of it.
const CASES: readonly Case[] = [
  [
    "a method on a path of ours",
    `${PATH}/delete`,
    { responses: {} },
    ["operation", "/paths/~1harbours~1{id}~1boats/delete", undefined, "present"],
  ],
  [
    "a path beside one of ours",
    "/paths/~1harbours~1{id}~1piers",
    { get: { responses: {} } },
    ["operation", "/paths/~1harbours~1{id}~1piers/get", undefined, "present"],
  ],
  [
    "an operation that is gone",
    `${PATH}/post`,
    undefined,
    ["operation", `${OWN_PATH}/post`, "present", undefined],
  ],
  [
    "an operation that is deprecated",
    `${PATH}/post/deprecated`,
    true,
    ["deprecated", `${OWN_PATH}/post/deprecated`, false, true],
  ],
  [
    "another server",
    "/servers/1",
    { url: "https://boats.example/v2" },
    ["server", "/servers", undefined, "https://boats.example/v2"],
  ],
  ["a way in without a key", "/security/1", {}, ["security", "/security", undefined, "nothing"]],
  [
    "a new parameter",
    `${PATH}/get/parameters/2`,
    { name: "length", in: "query", schema: { type: "number" } },
    ["parameter", `${OWN_PATH}/get/parameters/query:length`, undefined, "present"],
  ],
  [
    "a parameter that is gone",
    `${PATH}/get/parameters/1`,
    undefined,
    ["parameter", `${OWN_PATH}/get/parameters/2`, "present", undefined],
  ],
  [
    "a parameter that is required",
    `${PATH}/get/parameters/1/required`,
    true,
    ["required", `${OWN_PATH}/get/parameters/2`, false, true],
  ],
  [
    "a parameter that is written otherwise",
    `${PATH}/get/parameters/1/explode`,
    false,
    ["parameter-style", `${OWN_PATH}/get/parameters/2`, "form, exploded", "form, not exploded"],
  ],
  [
    "a limit of a parameter",
    `${PATH}/get/parameters/1/schema/exclusiveMinimum`,
    true,
    ["limit", `${OWN_PATH}/get/parameters/2/schema/minimum`, ">= 1", "> 1"],
  ],
  [
    "a value of a parameter",
    "/components/parameters/Sort/schema/enum/2",
    "length",
    ["enum-value", `${OWN_PATH}/get/parameters/1/schema/enum`, undefined, "length"],
  ],
  [
    "a body that may be left out",
    "/components/requestBodies/BoatIn/required",
    false,
    ["request-body", `${OWN_PATH}/post/requestBody`, "required", "optional"],
  ],
  [
    "a media type",
    "/components/requestBodies/BoatIn/content/text~1csv",
    { schema: { type: "string" } },
    ["media-type", `${OWN_PATH}/post/requestBody/content/text~1csv`, undefined, "present"],
  ],
  [
    "a response",
    `${PATH}/post/responses/202`,
    { description: "later" },
    ["response", `${OWN_PATH}/post/responses/202`, undefined, "present"],
  ],
  [
    "a header of a response",
    `${PATH}/get/responses/200/headers/x-next`,
    { schema: { type: "string" } },
    ["header", `${OWN_PATH}/get/responses/200/headers/x-next`, undefined, "present"],
  ],
  [
    "the type of a header",
    `${PATH}/get/responses/200/headers/x-count/schema/type`,
    "string",
    ["type", `${OWN_PATH}/get/responses/200/headers/X-Count/schema/type`, "integer", "string"],
  ],
  [
    "a new property, through allOf",
    `${SCHEMAS}/Base/properties/built`,
    { type: "string" },
    ["property", `${SCHEMAS}/Thing/properties/built`, undefined, "present"],
  ],
  [
    "a property that is gone",
    `${SCHEMAS}/Base/properties/id`,
    undefined,
    ["property", `${SCHEMAS}/Thing/properties/id`, "present", undefined],
  ],
  [
    "a property that is required",
    `${SCHEMAS}/BoatIn/required/1`,
    "owner",
    ["required", `${SCHEMAS}/NewBoat/properties/owner`, false, true],
  ],
  [
    "a new property that is required",
    `${SCHEMAS}/Problem`,
    {
      type: "object",
      required: ["code", "id"],
      properties: {
        code: { $ref: "#/components/schemas/ProblemCode" },
        text: { type: "string" },
        id: { type: "string" },
      },
    },
    ["property", "/Failure/properties/id", undefined, "required"],
  ],
  [
    "a type",
    `${SCHEMAS}/Problem/properties/text/type`,
    "integer",
    ["type", "/Failure/properties/text/type", "string", "integer"],
  ],
  [
    "null",
    `${SCHEMAS}/Problem/properties/text/nullable`,
    true,
    ["null", "/Failure/properties/text/type", false, true],
  ],
  [
    "a format",
    `${SCHEMAS}/Base/properties/id/format`,
    "uuid",
    ["format", `${SCHEMAS}/Thing/properties/id/format`, undefined, "uuid"],
  ],
  [
    "a limit",
    `${SCHEMAS}/BoatIn/properties/name/maxLength`,
    50,
    ["limit", `${SCHEMAS}/NewBoat/properties/name/maxLength`, 40, 50],
  ],
  [
    "a limit of zero",
    `${SCHEMAS}/BoatIn/properties/name/minLength`,
    0,
    ["limit", `${SCHEMAS}/NewBoat/properties/name/minLength`, undefined, 0],
  ],
  [
    "a default",
    `${SCHEMAS}/BoatIn/properties/name/default`,
    "Anna",
    ["default", `${SCHEMAS}/NewBoat/properties/name/default`, undefined, "Anna"],
  ],
  [
    "a deprecated property",
    `${SCHEMAS}/Base/properties/id/deprecated`,
    true,
    ["deprecated", `${SCHEMAS}/Thing/properties/id/deprecated`, false, true],
  ],
  [
    "a deprecated property, beside its reference",
    `${SCHEMAS}/BoatOut/allOf/1/properties/rig/deprecated`,
    true,
    ["deprecated", `${SCHEMAS}/Rig/deprecated`, false, true],
  ],
  [
    "null, beside a reference",
    `${SCHEMAS}/BoatOut/allOf/1/properties/rig/nullable`,
    true,
    ["null", `${SCHEMAS}/Rig/type`, false, true],
  ],
  [
    "a property that is only read",
    `${SCHEMAS}/Base/properties/id/readOnly`,
    true,
    ["access", `${SCHEMAS}/Thing/properties/id/readOnly`, false, true],
  ],
  [
    "a new value",
    `${SCHEMAS}/RigKind/enum/2`,
    "yawl",
    ["enum-value", `${SCHEMAS}/Rig/enum`, undefined, "yawl"],
  ],
  [
    "a value that is gone",
    `${SCHEMAS}/RigKind/enum/0`,
    undefined,
    ["enum-value", `${SCHEMAS}/Rig/enum`, "ketch", undefined],
  ],
  [
    "an enum that is none any more",
    `${SCHEMAS}/ProblemCode/enum`,
    undefined,
    ["enum", "/Code/enum", "present", undefined],
  ],
  [
    "an object that is open",
    `${SCHEMAS}/BoatIn/additionalProperties`,
    undefined,
    ["additional-properties", `${SCHEMAS}/NewBoat/additionalProperties`, false, true],
  ],
  [
    "alternatives",
    `${SCHEMAS}/Base/properties/id`,
    { type: "string", oneOf: [{ format: "uuid" }, { format: "uri" }] },
    ["branches", `${SCHEMAS}/Thing/properties/id/oneOf`, 0, 2],
  ],
  [
    "a keyword that no document of ours has",
    `${SCHEMAS}/Base/properties/id/not`,
    { enum: ["0"] },
    ["other-keyword", `${SCHEMAS}/Thing/properties/id/not`, undefined, { enum: ["0"] }],
  ],
];

describe("tells once of", () => {
  test.each(CASES)("%s", async (_, pointer, value, expected) => {
    const documents = boats();
    documents.set("upstream.yaml", pointer, value);
    expect((await differences(documents)).map(short)).toEqual([expected]);
  });
});

test("what is not reached from our operations is no concern", async () => {
  const documents = boats();
  documents.set("upstream.yaml", `${SCHEMAS}/Unreached/properties/more`, { type: "string" });
  documents.set("upstream.yaml", "/paths/~1ships", { get: { responses: {} } });
  expect(await differences(documents)).toEqual([]);
});

test("names both places, with lines, and the directions", async () => {
  const documents = boats();
  documents.set("upstream.yaml", `${SCHEMAS}/Base/properties/id/format`, "uuid");
  documents.set("upstream.yaml", `${SCHEMAS}/Owner/properties/mail`, { type: "string" });
  const [format, mail] = [...(await differences(documents))].sort((a, b) =>
    a.what < b.what ? -1 : 1,
  );
  expect(format).toMatchObject({
    ours: { file: documents.ours },
    upstream: { file: documents.upstream, pointer: `${SCHEMAS}/Base/properties/id/format` },
    directions: ["response"],
    operation: "GET /harbours/{harbour}/boats",
  });
  expect(documents.text("ours.yaml").split("\n")[(format?.ours.line ?? 0) - 1]).toContain(
    "type: string",
  );
  expect(mail).toMatchObject({ directions: ["request"], upstream: { line: expect.any(Number) } });
  expect([format, mail].map((one) => one && sentence(one))).toEqual([
    'The format of `Thing.id`: nothing in our document, "uuid" in the published one.',
    "The property `Person.mail` is in the published one alone.",
  ]);
});
