import * as fc from "fast-check";
import { set, type JsonObject } from "../../src/load/data.js";
import { appendPointer } from "../../src/load/json-pointer.js";
import { hostileNames, hostileText } from "./hostile-text.js";

/** A document with hostile text wherever text may stand. Each part takes its text from a stream of its own. */
export function hostileDocument(): fc.Arbitrary<JsonObject> {
  return fc
    .record({
      text: fc.infiniteStream(hostileText()),
      schemas: hostileNames({ min: 4, max: 9 }),
      members: hostileNames({ min: 3, max: 7 }),
      values: hostileNames({ min: 2, max: 9 }),
      operations: hostileNames({ min: 3, max: 3 }),
      parameters: hostileNames({ min: 3, max: 6 }),
      schemes: hostileNames({ min: 2, max: 3 }),
    })
    .map(writeDocument);
}

/** What {@link writeDocument} is made of. */
interface Texts {
  readonly text: IterableIterator<string>;
  readonly schemas: readonly string[];
  readonly members: readonly string[];
  readonly values: readonly string[];
  readonly operations: readonly string[];
  readonly parameters: readonly string[];
  readonly schemes: readonly string[];
}

function writeDocument(texts: Texts): JsonObject {
  const { schemas, schemes, operations } = texts;
  const next = () => texts.text.next().value as string;
  const reference = (index: number) => ({ $ref: pointer(schemas[index % schemas.length] ?? "") });
  const answer = (index: number) => ({
    description: next(),
    headers: object([[token(next()), { description: next(), schema: { type: "string" } }]]),
    content: { "application/json": { schema: reference(index), example: value(texts) } },
    links: object([[next(), { description: next() }]]),
  });
  const stream = () => ({
    description: next(),
    content: { "text/event-stream": events(texts, next, reference(0)) },
  });
  const paths = operations.map((id, index): [string, unknown] => {
    const path = `/p${index}/${next().replace(/[{}]/g, "")}/{${inTemplate(texts)}}`;
    const common = { operationId: id, summary: next(), description: next(), tags: [next()] };
    const operation = {
      ...common,
      externalDocs: { url: next() },
      parameters: parameters(texts, next),
      responses: {
        200: index < 2 ? answer(index) : stream(),
        default: answer(index + 1),
        [next()]: answer(0),
      },
      security: [object([[schemes[0] ?? "", [next()]]])],
    };
    const body = {
      description: next(),
      content: object([
        [
          index === 0 ? "application/json" : mediaType(next()),
          { schema: reference(index + 2), examples: object([[next(), { value: value(texts) }]]) },
        ],
        ...(index === 0 ? [] : forms(texts, next)),
      ]),
    };
    const callbacks = object([
      [next(), object([[`{$request.body#/${next()}}`, { post: { requestBody: body } }]])],
    ]);
    return [
      path,
      index < 2 ? { post: { ...operation, callbacks, requestBody: body } } : { get: operation },
    ];
  });
  const webhooks = operations.map((name, index): [string, unknown] => {
    const content = { "application/json": { schema: reference(index) } };
    const said = { summary: next(), description: next() };
    return [
      `${name}${next()}`,
      { post: { ...said, requestBody: { description: next(), content } } },
    ];
  });
  return {
    openapi: "3.1.0",
    info: { title: next(), version: next(), description: next(), "x-client-name": next() },
    servers: [
      { url: `https://host.example/${encodeURI(wellFormed(next()))}`, description: next() },
      server(texts, next),
    ],
    tags: [{ name: next(), description: next() }],
    security: [object([[schemes[0] ?? "", []]])],
    paths: object(paths),
    webhooks: object(webhooks),
    components: {
      schemas: object(schemas.map((name, index) => [name, schema(index, texts, next)])),
      securitySchemes: object(
        schemes.map((name, index) => [
          name,
          index === 0
            ? { type: "apiKey", in: "header", name: token(next()), description: next() }
            : { type: "http", scheme: "bearer", description: next(), "x-env": next() },
        ]),
      ),
    },
  };
}

function schema(index: number, texts: Texts, next: () => string): unknown {
  const { members, values, schemas } = texts;
  const others = schemas.map((name) => ({ $ref: pointer(name) }));
  const docs = { title: next(), description: next() };
  switch (index % 4) {
    case 0:
      return {
        type: "object",
        ...docs,
        required: members.slice(0, 2),
        properties: object(
          members.map((name, place) => [
            name,
            place % 3 === 2
              ? others[place % others.length]
              : { type: "string", ...docs, ...stringFacts(texts, next) },
          ]),
        ),
        example: value(texts),
        [`x-${next()}`]: next(),
      };
    case 1:
      return { type: "string", enum: [...values], "x-enum-varnames": values, ...docs };
    case 2: {
      const mapping = schemas.flatMap((name, place): [string, string][] =>
        place % 4 === 0 ? [[values[place % values.length] ?? "", pointer(name)]] : [],
      );
      const targets = mapping.map(([, target]) => ({ $ref: target }));
      const discriminator = { propertyName: members[0], mapping: object(mapping) };
      return { oneOf: targets, discriminator, ...docs };
    }
    default:
      return {
        type: "object",
        ...docs,
        patternProperties: object([[next(), { const: next() }]]),
        properties: object([[next(), { enum: [next(), 1, null, true] }]]),
        additionalProperties: others[0],
      };
  }
}

/** A server with variables by hostile names. */
function server({ members }: Texts, next: () => string): unknown {
  const names = members.map((name) => name.replace(/[{}]/g, "") || "v");
  const variable = () => ({ default: next(), enum: [next(), next()], description: next() });
  return {
    url: `https://${names.map((name) => `{${name}}`).join(".")}.example`,
    description: next(),
    "x-name": next(),
    variables: object(names.map((name, index) => [name, index === 0 ? {} : variable()])),
  };
}

/** Forms whose parts are sent in ways of their own. */
function forms({ members }: Texts, next: () => string): [string, unknown][] {
  const schema = { type: "object", properties: object(members.map((name) => [name, {}])) };
  const encoding = object(
    members.map((name, index) => [
      name,
      index % 2 === 0
        ? { contentType: next(), headers: object([[next(), { description: next() }]]) }
        : { style: next(), explode: true, allowReserved: true },
    ]),
  );
  return ["multipart/form-data", "application/x-www-form-urlencoded"].map((type) => [
    type,
    { schema, encoding },
  ]);
}

/** Events that are told apart by hostile names. */
function events({ values }: Texts, next: () => string, contentSchema: unknown): JsonObject {
  const data = { contentMediaType: "application/json", contentSchema };
  return {
    "x-stream-end": next() || ".",
    itemSchema: {
      type: "object",
      properties: { data: { type: "string" }, id: { description: next() } },
      oneOf: [
        { properties: { event: { const: values[0] }, data } },
        { properties: { event: { enum: [next(), next()] } } },
      ],
    },
  };
}

function stringFacts(texts: Texts, next: () => string): JsonObject {
  return {
    format: next(),
    pattern: next(),
    default: next(),
    examples: [next()],
    "x-enum-descriptions": texts.values,
  };
}

function parameters({ parameters: names }: Texts, next: () => string): unknown[] {
  const places = ["query", "header", "cookie"];
  return [
    ...names.map((name, index) => ({
      name: index % 3 === 1 ? token(name) : name,
      in: places[index % 3],
      description: next(),
      schema: { type: "string", default: next(), enum: [next(), next()] },
      example: next(),
    })),
    { name: inTemplate({ parameters: names }), in: "path", required: true, description: next() },
  ];
}

/** Nothing can name a parameter with braces in a path template (OpenAPI 3.1, 4.8.8.2). */
function inTemplate({ parameters: names }: Pick<Texts, "parameters">): string {
  return names[0]?.replace(/[{}]/g, "") || "id";
}

/** RFC 9110, 5.1: names of header fields are tokens; another is a mistake that is told. */
function token(text: string): string {
  return `X-${text.replace(/[^!#$%&'*+.^_`|~0-9A-Za-z-]/g, "") || "y"}`;
}

function mediaType(text: string): string {
  return text.includes("/") ? text : `application/${text}`;
}

function value({ members, values }: Texts): JsonObject {
  return object(members.map((name, index) => [name, values[index % values.length]]));
}

/** A lone surrogate is no text that a URL can hold. */
function wellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

/** A reference needs no more percent escapes than those that keep a percent sign one. */
function pointer(name: string): string {
  return `#${appendPointer("/components/schemas", name).replaceAll("%", "%25")}`;
}

function object(entries: readonly (readonly [string, unknown])[]): JsonObject {
  const result: JsonObject = {};
  for (const [key, member] of entries) set(result, key, member);
  return result;
}
