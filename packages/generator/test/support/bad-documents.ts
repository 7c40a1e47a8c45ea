/** One kind of bad input. */
export interface BadInput {
  readonly name: string;
  /** Files by name; `api.yaml` is the document. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Instead of `generate api.yaml --out out`. */
  readonly args?: readonly string[];
  /** The lines on standard error. */
  readonly says: readonly string[];
}

const OPENAPI = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";
const OK = "responses: { 204: { description: Done } }";
const schema = (text: string) => `${OPENAPI}paths: {}\ncomponents: { schemas: { A: ${text} } }\n`;

/** Documents that are wrong. */
export const badDocuments: readonly BadInput[] = [
  { name: "a file that is missing", says: ["api.yaml: There is no such file. Check the path."] },
  {
    name: "a folder",
    files: { "folder/x": "" },
    args: ["generate", "folder", "--out", "out"],
    says: ["folder: This is a folder. Name the OpenAPI document in it."],
  },
  {
    name: "an empty file",
    files: { "api.yaml": "" },
    says: ["api.yaml: This file is empty. Write what belongs into it, or name another."],
  },
  {
    name: "a binary file",
    files: { "api.yaml": "PK\0\0" },
    says: ["api.yaml: This file is binary. Name a YAML or JSON document, in UTF-8."],
  },
  {
    name: "invalid UTF-8",
    files: { "api.yaml": new Uint8Array([0x6f, 0xc3, 0x28]) },
    says: [
      "api.yaml:1: This file is not UTF-8 text: byte 1 fits nothing. Save it as UTF-8, or name a YAML or JSON document.",
    ],
  },
  {
    name: "broken YAML",
    files: { "api.yaml": "openapi: 3.1.0\ninfo:\n  title: a: b\n" },
    says: [
      "api.yaml:3:11: This is not valid YAML or JSON: a colon and a space stand in a text without quotes. Put the whole text in quotes.",
    ],
  },
  {
    name: "broken JSON",
    files: { "api.json": '{\n  "openapi": "3.1.0",\n  "info": { "title" "T" }\n}' },
    args: ["generate", "api.json", "--out", "out"],
    says: [
      "api.json:3:21: This is not valid YAML or JSON: a comma or a colon is missing. Put it before this place.",
    ],
  },
  {
    name: "a key given twice",
    files: { "api.yaml": `${OPENAPI}paths: {}\npaths: {}\n` },
    says: ['api.yaml:4:1: The key "paths" stands twice in one map. Keep one of the two.'],
  },
  {
    name: "a list",
    files: { "api.yaml": "- openapi: 3.1.0\n" },
    says: [
      "api.yaml:1:1 #: This is not an OpenAPI document: its root is not a map. Give clientgen a document of OpenAPI 3.0, 3.1 or 3.2, or of Swagger 2.0.",
    ],
  },
  {
    name: "Swagger 1.2",
    files: { "api.yaml": 'swagger: "1.2"\npaths: {}\n' },
    says: [
      "api.yaml:1:10 #/swagger: Swagger 1.2 is not supported. Give clientgen a document of OpenAPI 3.0, 3.1 or 3.2, or of Swagger 2.0.",
    ],
  },
  {
    name: "Swagger 2.0 that can't be upgraded",
    files: {
      "api.yaml": `swagger: "2.0"\ninfo: { title: T, version: "1" }\npaths: { /a: { get: { parameters: [{ name: q }], ${OK} } } }\n`,
    },
    says: [
      'api.yaml:1:10 #/swagger: This Swagger 2.0 document can\'t be upgraded: Parameter object must have an "in" property. Convert it to OpenAPI 3 with another tool, and mend what that one tells of.',
    ],
  },
  {
    name: "OpenAPI 4.0",
    files: { "api.yaml": "openapi: 4.0.0\npaths: {}\n" },
    says: [
      "api.yaml:1:10 #/openapi: OpenAPI 4.0.0 is not supported. Give clientgen a document of OpenAPI 3.0, 3.1 or 3.2, or of Swagger 2.0.",
    ],
  },
  {
    name: "no version",
    files: { "api.yaml": "paths: {}\n" },
    says: ['api.yaml:1:1 #: The field "openapi" is missing. Add "openapi: 3.1.0".'],
  },
  {
    name: "no paths",
    files: { "api.yaml": OPENAPI },
    says: [
      'api.yaml:1:1 #: The document has no "paths". Add "paths" with the operations. With --lenient it is read as one without operations.',
    ],
  },
  {
    name: "a reference that leads nowhere",
    files: { "api.yaml": schema('{ $ref: "#/components/schemas/B" }') },
    says: [
      'api.yaml:4:37 #/components/schemas/A/$ref: The reference "#/components/schemas/B" leads nowhere. Define what it names, or correct the name. With --lenient it is read as unknown.',
    ],
  },
  {
    name: "a reference to a file that is missing",
    files: { "api.yaml": schema("{ $ref: parts/b.yaml#/B }") },
    says: [
      'api.yaml:4:37 #/components/schemas/A/$ref: The reference "parts/b.yaml#/B" leads to a file that can\'t be used. Mend this first: parts/b.yaml: There is no such file. Check the path. With --lenient it is read as unknown.',
    ],
  },
  {
    name: "a reference to a broken file",
    files: { "api.yaml": schema("{ $ref: b.yaml }"), "b.yaml": "type: object\ntype: string\n" },
    says: [
      'api.yaml:4:37 #/components/schemas/A/$ref: The reference "b.yaml" leads to a file that can\'t be used. Mend this first: b.yaml:2:1: The key "type" stands twice in one map. Keep one of the two.',
    ],
  },
  {
    name: "a mistake in a file that is referred to",
    files: { "api.yaml": schema("{ $ref: b.yaml#/B }"), "b.yaml": "B:\n  properties: 5\n" },
    says: [
      'b.yaml:2:15 #/B/properties: There must be a map at "properties". Mend its value. With --lenient it is left out.',
    ],
  },
  {
    name: "a reference to a web address",
    files: { "api.yaml": schema("{ $ref: 'https://x.example/b.yaml' }") },
    says: [
      'api.yaml:4:37 #/components/schemas/A/$ref: The reference "https://x.example/b.yaml" leads to the web. If it is meant, allow it with --allow-external. With --lenient it is read as unknown.',
    ],
  },
  {
    name: "a reference to a file of somebody else",
    files: { "api.yaml": schema("{ $ref: ../../../../../../../../etc/passwd }") },
    says: [
      'api.yaml:4:37 #/components/schemas/A/$ref: The reference "../../../../../../../../etc/passwd" leads out of the document\'s folder. If it is meant, allow it with --allow-external. With --lenient it is read as unknown.',
    ],
  },
  {
    name: "nesting without end",
    files: { "api.json": `{"a":`.repeat(5_000) + "1" + "}".repeat(5_000) },
    args: ["generate", "api.json", "--out", "out"],
    says: [
      `api.json:1:1001 #${"/a".repeat(11)}: This document has more than 200 levels of nesting. Make an inner part a component, and refer to it by $ref.`,
    ],
  },
  {
    name: "an alias bomb",
    files: {
      "api.yaml": [
        "a0: &a0 [x, x, x, x, x, x, x, x, x]",
        ...Array.from({ length: 30 }, (_, level) => {
          const aliases = Array.from({ length: 9 }, () => `*a${level}`).join(", ");
          return `a${level + 1}: &a${level + 1} [${aliases}]`;
        }),
      ].join("\n"),
    },
    says: [
      'api.yaml:7:10: The aliases up to "*a5" stand for more than 1000000 values. Make what is repeated a component, and refer to it by $ref.',
    ],
  },
  {
    name: "references in a circle",
    files: {
      "api.yaml": `${OPENAPI}paths: { /a: { $ref: "#/components/pathItems/a" } }\ncomponents: { pathItems: { a: { $ref: "#/components/pathItems/a" } } }\n`,
    },
    says: [
      'api.yaml:3:22 #/paths/~1a/$ref: The reference "#/components/pathItems/a" leads back to itself. Break the circle. With --lenient it is left out.',
      'api.yaml:4:39 #/components/pathItems/a/$ref: The reference "#/components/pathItems/a" leads back to itself. Break the circle. With --lenient it is left out.',
    ],
  },
  {
    name: "an operationId given twice",
    files: {
      "api.yaml": `${OPENAPI}paths:\n  /a: { get: { operationId: x, ${OK} } }\n  /b: { get: { operationId: x, ${OK} } }\n`,
    },
    says: [
      'api.yaml:5:29 #/paths/~1b/get/operationId: The operationId "x" stands already at api.yaml:4. Give each operation an operationId of its own. With --lenient it is left out.',
    ],
  },
  {
    name: "a path parameter that is not in the path",
    files: {
      "api.yaml": `${OPENAPI}paths:\n  /a: { get: { parameters: [{ name: id, in: path, required: true }], ${OK} } }\n`,
    },
    says: [
      'api.yaml:4:29 #/paths/~1a/get/parameters/0: The path parameter "id" does not stand in the path "/a". Put {id} into the path, or remove the parameter. With --lenient it is left out.',
    ],
  },
  {
    name: "a parameter in no known place",
    files: {
      "api.yaml": `${OPENAPI}paths:\n  /a: { get: { parameters: [{ name: id, in: qury }], ${OK} } }\n`,
    },
    says: [
      'api.yaml:4:45 #/paths/~1a/get/parameters/0/in: The parameter "id" goes to a place that is not known: "qury". Did you mean query? With --lenient it is left out.',
    ],
  },
  {
    name: "security without a scheme",
    files: { "api.yaml": `${OPENAPI}paths: {}\nsecurity: [{ key: [] }]\n` },
    says: [
      'api.yaml:4:19 #/security/0/key: The security requirement "key" names no scheme. Define it under components.securitySchemes, or correct the name. With --lenient it is left out.',
    ],
  },
  {
    name: "wrong marks",
    files: {
      "api.yaml": `${OPENAPI}paths:\n  /a: { post: { x-idempotent: 1, ${OK} } }\ncomponents: { schemas: { A: { x-error-class: { NO: Wrong } } } }\n`,
    },
    says: [
      "api.yaml:4:31 #/paths/~1a/post/x-idempotent: x-idempotent must be a boolean. Write true or false.",
      'api.yaml:5:52 #/components/schemas/A/x-error-class/NO: x-error-class gives "NO" a class that is not known: "Wrong". Use one of ApiError, AuthenticationError, NotFoundError, RateLimitError.',
    ],
  },
  {
    name: "hostile text",
    files: {
      "api.yaml": `${OPENAPI}paths: {}\nsecurity: [{ "a\\nb\\e[31m\\u2028c": [] }]\n`,
    },
    says: [
      'api.yaml:4:35 #/security/0/a b [31m c: The security requirement "a b [31m c" names no scheme. Define it under components.securitySchemes, or correct the name. With --lenient it is left out.',
    ],
  },
];
