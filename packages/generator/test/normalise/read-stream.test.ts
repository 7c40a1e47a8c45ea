import { expect, test } from "vitest";
import { document, modelOf } from "../support/stages.js";

const SCHEMAS = `components:
  schemas:
    Tick: { type: object, properties: { at: { type: integer } } }
    Ticks: { type: array, items: { $ref: "#/components/schemas/Tick" } }
    Text: { type: string }
    Names: { type: string, enum: [a, b] }
    Loop: { oneOf: [{ $ref: "#/components/schemas/Loop" }, { $ref: "#/components/schemas/Tick" }] }
`;

/** The stream of an operation's answer with this content. */
function streamOf(content: string, status = "200") {
  const { model } = modelOf(
    document(
      `paths: { /a: { get: { responses: { ${status}: { content: { ${content} } } } } } }\n${SCHEMAS}`,
    ),
  );
  const [operation] = model.operations;
  return [...operation!.successes, ...operation!.failures][0]?.content?.stream;
}

const tick = { $ref: "#/components/schemas/Tick" };
const TICK = '{ $ref: "#/components/schemas/Tick" }';
const any = { events: [], schema: {} };
const text = { events: [], schema: undefined };

test.each([
  ["text/event-stream", "events"],
  ["Text/Event-Stream; charset=utf-8", "events"],
  ["application/jsonl", "lines"],
  ["application/x-ndjson", "lines"],
  ["application/x-jsonlines", "lines"],
  ["application/json-seq", "sequence"],
  ["application/geo+json-seq", "sequence"],
])("%s is a stream of %s", (mediaType, format) => {
  expect(streamOf(`"${mediaType}": {}`)?.format).toBe(format);
  expect(streamOf(`"${mediaType}": { x-stream: false }`)).toBeUndefined();
});

test.each(["application/json", "application/octet-stream", "text/plain", "application/xml"])(
  "%s is one of bytes, where it says so",
  (mediaType) => {
    expect(streamOf(`${mediaType}: {}`)).toBeUndefined();
    expect(streamOf(`${mediaType}: { x-stream: true }`)).toEqual({
      format: "bytes",
      items: [text],
      end: undefined,
    });
  },
);

test("an answer outside 2xx is none", () => {
  expect(streamOf("text/event-stream: {}", "400")).toBeUndefined();
});

test.each([
  [`itemSchema: ${TICK}`, { events: [], schema: tick }],
  [`schema: ${TICK}`, { events: [], schema: tick }],
  [`schema: { type: array, items: ${TICK} }`, { events: [], schema: tick }],
  [`schema: { $ref: "#/components/schemas/Ticks" }`, { events: [], schema: tick }],
  [`itemSchema: ${TICK}, schema: { type: string }`, { events: [], schema: tick }],
  ["schema: { type: string }", any],
  ["schema: { type: string, format: binary }", any],
  ["", any],
])("the items of lines with { %s }", (media, item) => {
  expect(streamOf(`application/jsonl: { ${media} }`)?.items).toEqual([item]);
});

const JSON_TICK = `{ contentMediaType: application/json, contentSchema: ${TICK} }`;

test.each<[string, unknown[]]>([
  ["", [text]],
  ["schema: { type: string }", [text]],
  ['schema: { $ref: "#/components/schemas/Text" }', [text]],
  [`schema: ${TICK}`, [{ events: [], schema: tick }]],
  [`schema: { type: array, items: ${TICK} }`, [{ events: [], schema: tick }]],
  ["schema: { type: integer }", [{ events: [], schema: { type: "integer" } }]],
  [
    'itemSchema: { $ref: "#/components/schemas/Loop" }',
    [{ events: [], schema: { $ref: "#/components/schemas/Loop" } }],
  ],
  ["itemSchema: { properties: { data: { type: string } } }", [text]],
  ["itemSchema: { properties: { data: {} } }", [text]],
  ['itemSchema: { properties: { data: { $ref: "#/components/schemas/Names" } } }', [text]],
  [`itemSchema: { properties: { data: ${JSON_TICK} } }`, [{ events: [], schema: tick }]],
  ["itemSchema: { properties: { data: { contentMediaType: application/json } } }", [any]],
  [
    `itemSchema: { properties: { data: ${TICK}, id: { type: string } } }`,
    [{ events: [], schema: tick }],
  ],
  [
    `itemSchema: { properties: { event: { const: tick }, data: ${TICK} } }`,
    [{ events: ["tick"], schema: tick }],
  ],
  [
    'itemSchema: { properties: { event: { $ref: "#/components/schemas/Names" }, data: { type: string } } }',
    [{ events: ["a", "b"], schema: undefined }],
  ],
  [
    `itemSchema: { properties: { data: { type: string } }, oneOf: [
      { properties: { event: { const: a } } },
      { properties: { event: { const: b }, data: { format: int64 } } },
      { properties: { event: { const: c }, data: ${JSON_TICK} } } ] }`,
    [
      { events: ["a"], schema: undefined },
      { events: ["b"], schema: undefined },
      { events: ["c"], schema: tick },
    ],
  ],
  [
    `itemSchema: { allOf: [{ properties: { data: ${TICK} } }, { anyOf: [{ properties: { event: { const: a } } }, { properties: { event: { const: b } } }] }] }`,
    [
      { events: ["a"], schema: tick },
      { events: ["b"], schema: tick },
    ],
  ],
  [
    `schema: { type: object, properties: { data: ${TICK}, next: { type: string } } }`,
    [
      {
        events: [],
        schema: { type: "object", properties: { data: tick, next: { type: "string" } } },
      },
    ],
  ],
])("the events with { %s }", (media, items) => {
  expect(streamOf(`text/event-stream: { ${media} }`)?.items).toEqual(items);
});

test("alternatives of alternatives end", () => {
  const choice = "{ oneOf: [{ properties: { data: {} } }, { properties: { event: {} } }] }";
  const all = Array.from({ length: 40 }, () => choice).join(", ");
  const [item] = streamOf(`text/event-stream: { itemSchema: { allOf: [${all}] } }`)?.items ?? [];
  expect(item?.schema).toHaveProperty("allOf");
});

test("what x-stream asks for is taken before JSON", () => {
  const json = `application/json: { schema: ${TICK} }`;
  expect(streamOf(`text/event-stream: {}, ${json}`)).toBeUndefined();
  expect(
    streamOf(`${json}, text/event-stream: { x-stream: true, x-stream-end: "[DONE]" }`),
  ).toEqual({ format: "events", items: [text], end: "[DONE]" });
});
