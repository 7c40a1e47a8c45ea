import { expect, test } from "vitest";
import { document, planOf } from "../support/stages.js";

interface Parts {
  /** Members of `paths`, each on a line. */
  readonly paths?: string;
  /** Members of `components.schemas`, each on a line. */
  readonly schemas?: string;
  readonly title?: string;
}

function plan({ paths = "", schemas = "", title = "Test" }: Parts) {
  const lines = (text: string, indent: string) => text.replace(/^(?=.)/gm, indent);
  const text = document(
    `paths:\n  /: {}\n${lines(paths, "  ")}\ncomponents:\n  schemas:\n    Any: {}\n${lines(schemas, "    ")}`,
  ).replace("title: Test", `title: "${title}"`);
  const planned = planOf(text);
  return { ...planned.plan, warnings: planned.warnings() };
}

const json = (schema: string) => `content: { application/json: { schema: ${schema} } }`;
const ref = (name: string) => `{ $ref: "#/components/schemas/${name}" }`;
const get = (path: string, id: string) =>
  `${path}: { get: { ${id === "" ? "" : `operationId: "${id}", `}responses: { 204: {} } } }`;

function functionNames(ids: readonly string[], schemas = ""): string[] {
  const paths = ids.map((id, index) => get(`/p${index}`, id)).join("\n");
  return plan({ paths, schemas }).operations.map(({ functionName }) => functionName);
}

test.each([
  ["an identifier as it stands", ["getPet", "Get_pet", "$x"], ["getPet", "Get_pet", "$x"]],
  ["others in camel case", ["pets.list-all", "Find a pet"], ["petsListAll", "findAPet"]],
  [
    "reserved words",
    ["class", "delete", "string"],
    ["classOperation", "deleteOperation", "stringOperation"],
  ],
  [
    "names of ours",
    ["raw", "then", "createClient", "ApiError", "formBody", "createTestClient"],
    [
      "rawOperation",
      "thenOperation",
      "createClientOperation",
      "ApiErrorOperation",
      "formBodyOperation",
      "createTestClientOperation",
    ],
  ],
  [
    "what objects inherit",
    ["constructor", "toString", "__proto__", "hasOwnProperty"],
    ["constructorOperation", "toStringOperation", "__proto__Operation", "hasOwnProperty"],
  ],
  ["method and path without an id", ["", ""], ["getP0", "getP1"]],
  ["no letter at all", ["日本"], ["getP0"]],
  ["two that become one", ["a-b", "a_b", "aB"], ["aB", "a_b", "aBOperation"]],
])("names operations: %s", (_name, ids, names) => {
  expect(functionNames(ids)).toEqual(names);
});

test("warns of each operation that is called otherwise than its operationId", () => {
  const { warnings } = plan({
    paths: [get("/a", "class"), get("/b", "fine"), get("/c", "")].join("\n"),
  });
  expect(warnings).toEqual([
    'warning: api.yaml:6:29 #/paths/~1a/get/operationId: The operation "class" is called classOperation in the client. Rename it if callers should see another name.',
  ]);
});

test("does not warn where punctuation and capitals are all that changes", () => {
  const paths = [get("/a", "Invoices.List"), get("/b", "3-d_view")].join("\n");
  const named = plan({ paths, schemas: "Unused.Thing: {}\nsnake-case: {}" });
  expect(named.operations.map(({ functionName }) => functionName)).toEqual([
    "invoicesList",
    "_3DView",
  ]);
  expect(named.warnings).toEqual([]);
});

test("warns where two names become one, punctuation or not", () => {
  const paths = [get("/a", "pets.list"), get("/b", "pets-list")].join("\n");
  const { warnings } = plan({ paths, schemas: "a.b: {}\na-b: {}" });
  expect(warnings.map((line) => /(?<=: The ).*?(?=\.? (Rename|in the))/.exec(line)?.[0])).toEqual([
    'operation "pets-list" is called petsListOperation',
    'schema "a-b" is exported as ABSchema',
  ]);
});

test("gives each operation a file of its own, also where case is all the difference", () => {
  const { operations } = plan({ paths: [get("/a", "getPet"), get("/b", "GetPet")].join("\n") });
  expect(operations.map(({ fileName }) => fileName)).toEqual(["get-pet", "get-pet2"]);
  expect(operations.map(({ response }) => response.name)).toEqual([
    "GetPetResponse",
    "GetPetResponseType",
  ]);
});

function typeNames(parts: Parts): string[] {
  const { types, enums } = plan(parts);
  return [...types, ...enums].map(({ name }) => name).filter((name) => name !== "Any");
}

test.each([
  ["an identifier as it stands", "pet: {}\n_x: {}", ["pet", "_x"]],
  ["others in pascal case", "api.pet-name: {}\n3d: {}", ["ApiPetName", "_3d"]],
  ["the one that needs no mending first", "a-b: {}\nAB: {}", ["ABSchema", "AB"]],
  [
    "globals and names of ours",
    "Record: {}\nError: {}\nClientError: {}\nTestClient: {}",
    ["RecordSchema", "ErrorSchema", "ClientErrorSchema", "TestClientSchema"],
  ],
  ["no letter at all", "日本: {}\n中国: {}", ["Schema", "SchemaSchema"]],
  [
    "what objects inherit",
    "__proto__: {}\nconstructor: {}\ntoString: {}",
    ["__proto__", "constructor", "toString"],
  ],
])("names schemas: %s", (_name, schemas, names) => {
  expect(typeNames({ schemas })).toEqual(names);
});

test("names the client by its title where it has no name, and makes a name of any title", () => {
  expect(plan({ title: "Pet store (v2)" }).client).toBe("PetStoreV2");
  expect(plan({ title: "日本" }).client).toBe("Api");
});

const ID = "id: { type: string, readOnly: true }, name: { type: string }";

function forms(requestBody: string, response: string, schemas: string) {
  const body = requestBody === "" ? "" : `requestBody: { ${json(requestBody)} }, `;
  return plan({
    paths: `/a: { post: { operationId: addPet, ${body}responses: { 200: { ${json(response)} } } } }`,
    schemas,
  });
}

test("calls a component whose forms differ X in responses and XInput in requests", () => {
  const { operations, typeName } = forms(ref("Pet"), ref("Pet"), `Pet: { properties: { ${ID} } }`);
  expect([typeName("Pet", "request"), typeName("Pet", "response")]).toEqual(["PetInput", "Pet"]);
  expect(operations[0]).toMatchObject({
    request: { name: "AddPetRequest", type: { kind: "named", name: "PetInput" } },
    response: { name: "AddPetResponse", types: [{ kind: "named", name: "Pet" }] },
  });
});

test("does so too while only one direction uses it", () => {
  const { types, typeName } = forms(ref("Pet"), "{}", `Pet: { properties: { ${ID} } }`);
  expect(typeName("Pet", "request")).toBe("PetInput");
  expect(types.map(({ name }) => name)).toEqual(["Any", "PetInput"]);
});

test("finds another name for XInput where the document has one of its own", () => {
  const { typeName } = forms(
    ref("Pet"),
    ref("Pet"),
    `Pet: { properties: { ${ID} } }\nPetInput: {}`,
  );
  expect([typeName("PetInput", "request"), typeName("Pet", "request")]).toContain("PetInput");
  expect(new Set([typeName("PetInput", "request"), typeName("Pet", "request")]).size).toBe(2);
});

test("makes one export of an operation's type and the component of its name", () => {
  const { operations, types } = forms(
    ref("AddPetRequest"),
    ref("AddPetResponse"),
    `AddPetRequest: { properties: { ${ID} } }\nAddPetResponse: { properties: { ${ID} } }`,
  );
  expect(operations[0]).toMatchObject({
    request: { name: "AddPetRequest", type: { name: "AddPetRequest" } },
    response: { name: "AddPetResponse", types: [{ name: "AddPetResponse" }] },
  });
  expect(types.map(({ name, direction }) => `${name} ${direction}`)).toEqual([
    "Any response",
    "AddPetRequest request",
    "AddPetResponse response",
  ]);
});

test("warns where an operation's type can't have its name", () => {
  const { operations, warnings } = forms("{ type: object }", "{}", "AddPetRequest: {}");
  expect(operations[0]?.request?.name).toBe("AddPetRequestType");
  expect(warnings).toEqual([
    'warning: api.yaml:6:30 #/paths/~1a/post/operationId: The type AddPetRequest of the operation "addPet" is exported as AddPetRequestType, for its name is taken. Rename the operation, or what else is called AddPetRequest.',
  ]);
});

test("warns where a component's form can't have its name", () => {
  const used = forms(ref("Pet"), ref("Pet"), `Pet: { properties: { ${ID} } }\nPetInput: {}`);
  expect(used.warnings).toEqual([
    'warning: api.yaml:10:10 #/components/schemas/Pet: The request form of the schema "Pet" is exported as PetInput2, for PetInput is taken. Rename what is called PetInput, or this schema.',
  ]);
  const claimed = forms(
    ref("AddPetRequest"),
    ref("AddPetRequest"),
    `AddPetRequestOutput: {}\nAddPetRequest: { properties: { ${ID} } }`,
  );
  expect(claimed.warnings).toEqual([
    'warning: api.yaml:11:20 #/components/schemas/AddPetRequest: The response form of the schema "AddPetRequest" is exported as AddPetRequestOutput2, for AddPetRequestOutput is taken. Rename what is called AddPetRequestOutput, or this schema.',
  ]);
});

test("tells several errors of an operation apart by status, and does not warn of names that are one", () => {
  const inline = json("{ type: object }");
  const { warnings, types } = plan({
    paths: `/a: { post: { operationId: addPet, requestBody: { ${json(ref("AddPetRequest"))} }, responses: { 400: { ${inline} }, 401: { ${inline} } } } }`,
    schemas: "AddPetRequest: { type: object }",
  });
  expect(types.map(({ name }) => name)).toContain("AddPetError401");
  expect(warnings).toEqual([]);
});

test("names types that stand inline after their operation", () => {
  const { types } = forms("{ type: object }", "{ type: array, items: { type: object } }", "");
  expect(types.map(({ name }) => name)).toEqual(["AddPetRequest", "AddPetResponse", "Any"]);
});

const body = `requestBody: { required: true, ${json("{ type: object }")} }`;
test.each([
  ["a body alone", "/a", body, "body", false],
  [
    "a body that may be left out",
    "/a",
    `requestBody: { ${json("{ type: object }")} }`,
    "body",
    true,
  ],
  [
    "a body and an optional parameter",
    "/a",
    `parameters: [{ name: q, in: query }], ${body}`,
    "body",
    false,
  ],
  [
    "a body and a required parameter",
    "/a",
    `parameters: [{ name: q, in: query, required: true }], ${body}`,
    "input",
    false,
  ],
  [
    "a path parameter and no body",
    '"/a/{q}"',
    "parameters: [{ name: q, in: path, required: true }]",
    "input",
    false,
  ],
  ["an optional parameter alone", "/a", "parameters: [{ name: q, in: query }]", "input", true],
  ["nothing at all", "/a", "", "input", true],
])("chooses the form of the arguments: %s", (_name, path, members, form, optional) => {
  const paths = `${path}: { post: { operationId: go, responses: { 204: {} }${members === "" ? "" : `, ${members}`} } }`;
  expect(plan({ paths }).operations[0]).toMatchObject({ form, argumentOptional: optional });
});

test.each([
  ["204: {}", "empty", undefined, false],
  ["200: { content: { text/plain: {} } }", "text", undefined, false],
  ["200: { content: { image/png: {} } }", "blob", undefined, false],
  [`200: { ${json("{ type: object }")} }`, "json", "object", false],
  [`200: { ${json("{ type: object, nullable: true }")} }`, "json", undefined, false],
  [`200: { ${json("{ type: array, items: {} }")} }`, "json", "array", false],
  [`200: { ${json("{}")} }`, "json", undefined, false],
  [`200: { ${json("{ type: object }")} }, 204: {}`, "json", "object", true],
  [
    `200: { ${json("{ type: object }")} }, 201: { ${json("{ type: array }")} }`,
    "json",
    undefined,
    false,
  ],
  [`200: { ${json("{ oneOf: [{ type: object }, { type: object }] }")} }`, "json", "object", false],
  [`200: { ${json("{ anyOf: [{ type: object }, { type: array }] }")} }`, "json", undefined, false],
  [`200: { ${json('{ oneOf: [{ type: object }, { type: "null" }] }')} }`, "json", undefined, false],
  [`200: { ${json("{ allOf: [{ description: A }, { type: array }] }")} }`, "json", "array", false],
  ["200: { content: { text/event-stream: {} } }", "stream", undefined, false],
])("knows what an answer is: %s", (responses, kind, shape, mayBeEmpty) => {
  const paths = `/a: { get: { operationId: go, responses: { ${responses} } } }`;
  const [operation] = plan({ paths }).operations;
  expect(operation).toMatchObject({ responseKind: kind, mayBeEmpty });
  expect(operation?.shape).toBe(shape);
});

test("tells a type once where several answers in a media type have it", () => {
  const content = "content: { application/json: { schema: {} }, text/csv: {} }";
  const { operations } = plan({
    paths: `/a: { get: { operationId: getA, responses: { 200: { ${content} }, 202: { ${content} } } } }`,
  });
  expect(operations[0]?.answers?.choices.map(({ types }) => types)).toEqual([
    [{ kind: "built-in", text: "unknown" }],
    [{ kind: "built-in", text: "string" }],
  ]);
});
