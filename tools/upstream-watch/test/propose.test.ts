import { expect, test } from "vitest";
import { NEUTRAL } from "../src/propose/write-schema.ts";
import { boats } from "./support/boats.ts";
import { runMain } from "./support/run-main.ts";

const SCHEMAS = "/components/schemas";

async function write(documents: ReturnType<typeof boats>, differences = "differences: []\n") {
  documents.write("differences.yaml", differences);
  const { ours, upstream, place } = documents;
  const options = ["--spec", ours, "--differences", place("differences.yaml")] as const;
  const first = await runMain(upstream, ...options, "--write", "--json");
  const second = await runMain(upstream, ...options);
  const [{ unexplained }] = JSON.parse(first.out) as [{ unexplained: { edit: string }[] }];
  return { ...first, edits: unexplained.map(({ edit }) => edit), after: second };
}

/** New objects in requests are closed, whatever is published. The second run is the one that needs it. */
const CLOSED = `
differences:
  - what: additional-properties
    at: ours.yaml#${SCHEMAS}/NewBoat/properties/insurance/additionalProperties
    direction: request
    ours: false
    upstream: true
    reason: Requests are closed.
`;

/** What is written, each behind the last of its like. */
const BLOCKS = [
  `
        insurance:
          type: object
          description: ${NEUTRAL}
          additionalProperties: false
          properties:
            sum:
              type: number
              description: ${NEUTRAL}
              exclusiveMinimum: 0
            rigs:
              type: array
              description: ${NEUTRAL}
              items:
                $ref: "#/components/schemas/Rig"
          required:
            - sum`,
  `
        built:
          type:
            - string
            - "null"
          format: date
          description: ${NEUTRAL}
        why:
          $ref: ./shared.yaml#/Code
          description: ${NEUTRAL}`,
  `
        - yawl`,
];

test("new properties and values are written into our files, all else stays as it was", async () => {
  const documents = boats();
  const before = documents.text("ours.yaml");
  const shared = documents.text("shared.yaml");
  documents.set("upstream.yaml", `${SCHEMAS}/RigKind/enum/2`, "yawl");
  documents.set("upstream.yaml", `${SCHEMAS}/ProblemCode/enum/2`, "SUNK");
  documents.set("upstream.yaml", `${SCHEMAS}/Base/properties/built`, {
    type: "string",
    format: "date",
    nullable: true,
    description: "Words of others.",
  });
  documents.set("upstream.yaml", `${SCHEMAS}/Base/properties/why`, {
    $ref: `#${SCHEMAS}/ProblemCode`,
  });
  documents.set("upstream.yaml", `${SCHEMAS}/BoatIn/properties/insurance`, {
    type: "object",
    required: ["sum"],
    properties: {
      sum: { type: "number", minimum: 0, exclusiveMinimum: true },
      rigs: { type: "array", items: { $ref: `#${SCHEMAS}/RigKind` } },
    },
  });
  const { code, edits, after, error } = await write(documents, CLOSED);
  expect({ code, edits }).toEqual({ code: 1, edits: Array(5).fill("mechanical") });
  expect(error).toContain(`updated ${documents.ours}\n`);
  expect(after).toMatchObject({ code: 0, error: "" });

  const text = documents.text("ours.yaml");
  expect(BLOCKS.every((block) => text.includes(block))).toBe(true);
  expect(BLOCKS.reduce((left, block) => left.replace(block, ""), text)).toBe(before);
  expect(documents.text("shared.yaml")).toBe(shared.replace("[LOST, FULL]", "[LOST, FULL, SUNK]"));
});

test("what takes thought is left to people, with the reason", async () => {
  const documents = boats();
  const before = documents.text("ours.yaml");
  // Person stands for Owner and for Builder.
  documents.set("upstream.yaml", `${SCHEMAS}/Owner/properties/mail`, { type: "string" });
  documents.set("upstream.yaml", `${SCHEMAS}/Base/properties/id/format`, "uuid");
  documents.set("upstream.yaml", `${SCHEMAS}/BoatIn/properties/sail`, { type: "string" });
  documents.set("upstream.yaml", `${SCHEMAS}/BoatIn/required/1`, "sail");
  documents.set("upstream.yaml", `${SCHEMAS}/Problem/properties/more`, {
    oneOf: [{ type: "string" }, { type: "integer" }],
  });
  const { code, edits, after } = await write(documents);
  expect([code, after.code]).toEqual([1, 1]);
  expect(edits.sort()).toEqual([
    "It is required: old calls may not have it.",
    "Its schema has alternatives, or holds itself.",
    "Our schema stands for several published ones, and not all of them have it.",
    "What it means has to be judged.",
  ]);
  expect(documents.text("ours.yaml")).toBe(before);
});

test("what all published counterparts of a schema of ours have is written once", async () => {
  const documents = boats();
  for (const name of ["Owner", "Builder"]) {
    documents.set("upstream.yaml", `${SCHEMAS}/${name}/properties/mail`, { type: "string" });
  }
  const before = documents.text("ours.yaml");
  const { edits, after } = await write(documents);
  expect(edits).toEqual(["mechanical"]);
  expect(after.code).toBe(0);
  const written = `\n        mail:\n          type: string\n          description: ${NEUTRAL}`;
  expect(documents.text("ours.yaml").replace(written, "")).toBe(before);
});
