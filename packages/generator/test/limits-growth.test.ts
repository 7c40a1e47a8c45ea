import { expect, test } from "vitest";
import { bundleTexts, emitted, modelOf } from "./support/stages.js";

/** Each of these takes minutes or hours where time grows with more than the document. */
const SECONDS = { timeout: 30_000 };

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** A document whose operation takes and gives A0 in every form that looks into its parts. */
function withSchemas(schemas: object, servers: unknown = []): string {
  const schema = reference("A0");
  const content = { "application/json": { schema }, "multipart/form-data": { schema } };
  const stream = { "text/event-stream": { itemSchema: schema } };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Growth", version: "1" },
    servers,
    paths: {
      "/a": {
        post: {
          parameters: [{ name: "q", in: "query", schema, style: "form" }],
          requestBody: { content },
          responses: { 200: { description: "", content } },
        },
        get: { responses: { 200: { description: "", content: stream } } },
      },
    },
    components: { schemas },
  });
}

function schemasOf(count: number, make: (index: number) => object, prefix = "A") {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${prefix}${index}`, make(index)]),
  );
}

const STEPS = 60;
const last = { type: "object", properties: { data: { type: "string" } } };

test.each<[name: string, make: (next: object) => object]>([
  ["allOf", (next) => ({ allOf: [next, next] })],
  ["oneOf", (next) => ({ oneOf: [next, next] })],
  ["both", (next) => ({ allOf: [{ oneOf: [next, next] }, { anyOf: [next, {}] }] })],
  ["lists", (next) => ({ type: "array", items: { anyOf: [next, next] } })],
])("parts that share their parts by %s are looked into once", SECONDS, async (_, make) => {
  const schemas = schemasOf(STEPS, (index) =>
    index === STEPS - 1 ? last : make(reference(`A${index + 1}`)),
  );
  const files = await emitted(withSchemas(schemas));
  expect(files.get("schemas.ts")).toContain(`A${STEPS - 1}`);
});

test("20,000 servers may want one name", SECONDS, () => {
  const servers = Array.from({ length: 20_000 }, (_, index) => ({
    url: `https://s${index}.example`,
    description: "live",
  }));
  const { model } = modelOf(withSchemas({ A0: last }, servers));
  expect(model.servers.at(-1)?.name).toBe("live-20000");
});

test("a mapping may name each of many choices", SECONDS, () => {
  const many = schemasOf(6_000, () => last, "M");
  const mapping = Object.fromEntries(
    Object.keys(many).flatMap((name) => [
      [`${name}a`, reference(name).$ref],
      [`${name}b`, name],
    ]),
  );
  const choice = {
    oneOf: Object.keys(many).map(reference),
    discriminator: { propertyName: "data", mapping },
  };
  const { document } = bundleTexts({ "api.json": withSchemas({ A0: choice, ...many }) });
  const places = Object.values(
    (document.root as { components: { schemas: { A0: typeof choice } } }).components.schemas.A0
      .discriminator.mapping,
  );
  expect(places.filter((place) => place === "#/components/schemas/M7")).toHaveLength(2);
});
