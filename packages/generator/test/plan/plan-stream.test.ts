import { expect, test } from "vitest";
import { document, planOf } from "../support/stages.js";

/** The plan of an operation whose answer is events with these alternatives. */
function planned(alternatives: string, more = "") {
  const { plan, warnings } = planOf(
    document(
      `paths: { /a: { get: { operationId: watch, responses: { 200: { content: { text/event-stream: { itemSchema: { oneOf: [${alternatives}] }, ${more} } } } } } } }`,
    ),
  );
  const operation = plan.operations[0]!;
  const [stream] = operation.streams.values();
  return { operation, stream, types: plan.types.map(({ name }) => name), warnings };
}

const event = (name: string, data: string) =>
  `{ properties: { event: { const: ${name} }, data: ${data} } }`;
const other = (data: string) => `{ properties: { data: ${data} } }`;
const JSON_DATA = "{ type: object, properties: { n: { type: integer } } }";
const TEXT = "{ type: string }";

test.each([
  [[event("a", TEXT), other(TEXT)], { json: undefined, text: undefined }],
  [[event("a", TEXT), event("b", JSON_DATA)], { json: ["b"], text: undefined }],
  [[event("a", TEXT), other(JSON_DATA)], { json: true, text: ["a"] }],
  [[event("a", JSON_DATA), other(JSON_DATA)], { json: true, text: undefined }],
  [[event("a", JSON_DATA), other(TEXT)], { json: ["a"], text: undefined }],
  [[event("a", JSON_DATA), event("a", TEXT)], { json: ["a"], text: undefined }],
])("%j: which data are JSON", (alternatives, data) => {
  expect(planned(alternatives.join(", ")).stream).toMatchObject(data);
});

test("names the type of the events, and of their data", () => {
  const { operation, stream, types, warnings } = planned(
    [event("a-b", JSON_DATA), event('"*"', JSON_DATA), event("c", TEXT)].join(", "),
    'x-stream-end: "."',
  );
  expect(types).toEqual(["WatchABData", "WatchData"]);
  expect(stream?.event).toEqual({
    name: "WatchEvent",
    types: [
      { kind: "event", names: ["a-b"], of: { kind: "named", name: "WatchABData" } },
      { kind: "event", names: ["*"], of: { kind: "named", name: "WatchData" } },
      { kind: "event", names: ["c"], of: { kind: "built-in", text: "string" } },
    ],
  });
  expect(stream?.end).toBe(".");
  expect(operation.response).toEqual({
    name: "WatchResponse",
    types: [{ kind: "stream", of: { kind: "named", name: "WatchEvent" } }],
  });
  expect(warnings()).toEqual([]);
});
