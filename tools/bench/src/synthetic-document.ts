/** A JSON object of a document. */
export type Json = { [key: string]: unknown };

const KINDS = ["create", "get", "list", "update", "remove"] as const;
type Kind = (typeof KINDS)[number];

const SHARED: Json = {
  Failure: object(
    {
      error_code: ref("FailureCode"),
      error_message: text("What went wrong, in words for developers. It may change at any time."),
      request_id: ref("RequestId"),
      causes: list({ type: "string", description: "One thing that led to the error." }),
    },
    ["error_code", "error_message", "request_id"],
  ),
  FailureCode: {
    type: "string",
    description: "A code for programs.",
    enum: ["INVALID_FIELD", "NOT_FOUND", "RATE_LIMIT", "INTERNAL"],
  },
  RequestId: text("Identifies the request in messages to the API's support."),
  Money: object(
    {
      amount: { type: "number", format: "double", minimum: 0, description: "In units, not cents." },
      currency: { type: "string", pattern: "^[A-Z]{3}$", description: "ISO 4217." },
    },
    ["amount", "currency"],
  ),
  Address: object(
    {
      street: text("Street and number."),
      city: text("The city's name."),
      country: { type: "string", minLength: 2, maxLength: 2 },
    },
    ["street", "city", "country"],
  ),
};

/**
 * An OpenAPI 3.0 document with that many operations, of the shape that real ones have: each operation
 * with request and response schemas of its own, some shared by all, enums, nullable and read-only members,
 * compositions, descriptions, and errors.
 *
 * @param operations how many; five belong to a resource.
 */
export function syntheticDocument(operations: number): Json {
  const paths: Json = {};
  const schemas: Json = { ...SHARED };
  for (let index = 0; index < operations; index += 1) {
    const resource = `Resource${Math.floor(index / KINDS.length)}`;
    const kind = KINDS[index % KINDS.length] ?? "get";
    if (index % KINDS.length === 0) Object.assign(schemas, resourceSchemas(resource));
    const id = `${kind}${resource}`;
    Object.assign(schemas, operationSchemas(id, resource, kind));
    paths[`/${resource.toLowerCase()}/${kind}`] = { post: operation(id, resource, kind) };
  }
  return {
    openapi: "3.0.3",
    info: { title: "Synthetic", version: "1.0.0" },
    servers: [{ url: "https://api.synthetic.example", description: "Production" }],
    security: [{ apiKey: [] }],
    paths,
    components: {
      securitySchemes: { apiKey: { type: "apiKey", in: "header", name: "X-Api-Key" } },
      schemas,
    },
  };
}

function operation(id: string, resource: string, kind: Kind): Json {
  return {
    operationId: id,
    tags: [resource],
    summary: `${kind} one or several of ${resource}`,
    description: `Use this endpoint to ${kind} what ${resource} stands for.\n\nWhat is not given keeps its value. Calls are answered in the order of their arrival, and a call that fails leaves everything as it was before.`,
    requestBody: { required: true, content: json(ref(name(id, "Request"))) },
    responses: {
      "200": { description: "It worked.", content: json(ref(name(id, "Response"))) },
      default: { description: "It did not.", content: json(ref("Failure")) },
    },
  };
}

function resourceSchemas(resource: string): Json {
  return {
    [resource]: object(
      {
        id: { ...text(`The ${resource}'s ID.`), readOnly: true },
        name: { ...text("Its name, as people see it."), minLength: 1, maxLength: 200 },
        status: ref(`${resource}Status`),
        price: ref("Money"),
        address: { allOf: [ref("Address"), { description: "Where it is kept." }] },
        note: { type: "string", nullable: true, description: "Anything else." },
        created_at: { type: "string", format: "date-time", description: "When it was made." },
        tags: list({ type: "string" }),
        count: { type: "integer", minimum: 0, default: 0, description: "How many there are." },
        extras: { type: "object", additionalProperties: { type: "string" } },
      },
      ["id", "name", "status"],
    ),
    [`${resource}Status`]: {
      type: "string",
      description: `The states of ${resource}.`,
      enum: ["ACTIVE", "PAUSED", "CLOSED", `${resource.toUpperCase()}_OWN`],
    },
  };
}

function operationSchemas(id: string, resource: string, kind: Kind): Json {
  const key = { id: text(`The ${resource}'s ID.`) };
  const payload = { [resource.toLowerCase()]: ref(resource) };
  const page = { cursor: { type: "string", nullable: true }, limit: { type: "integer" } };
  const request = {
    create: payload,
    get: key,
    list: page,
    update: { ...key, ...payload },
    remove: key,
  }[kind];
  const response = kind === "list" ? { items: list(ref(resource)), ...page } : payload;
  return {
    [name(id, "Request")]: object(request, Object.keys(request).slice(0, 1)),
    [name(id, "Response")]: object({ ...response, request_id: ref("RequestId") }, ["request_id"]),
  };
}

function name(id: string, suffix: string): string {
  return `${id.charAt(0).toUpperCase()}${id.slice(1)}${suffix}`;
}

function object(properties: Json, required: readonly string[]): Json {
  return { type: "object", required, properties };
}

function list(items: Json): Json {
  return { type: "array", items, description: "In the order of their making." };
}

function text(description: string): Json {
  return { type: "string", description };
}

function ref(schema: string): Json {
  return { $ref: `#/components/schemas/${schema}` };
}

function json(schema: Json): Json {
  return { "application/json": { schema } };
}
