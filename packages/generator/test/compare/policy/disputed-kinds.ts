/** A kind of change of which the wire and a TypeScript caller can say different things. */
export interface Kind {
  readonly change: string;
  /** What is replaced by what in {@link PETS}. */
  readonly edits: readonly (readonly [from: string, to: string])[];
  /** Why the judges say what they do. */
  readonly why: string;
}

/** The document that all of them happen to. */
export const PETS = `openapi: 3.1.0
info: { title: Pets, version: "1" }
servers: [{ url: https://pets.example }]
paths:
  /pets/{petId}:
    put:
      operationId: putPet
      parameters:
        - { name: petId, in: path, required: true, schema: { type: string } }
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/PetUpdate" } } }
      responses:
        "200":
          description: The pet as it was kept.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
  schemas:
    PetUpdate:
      type: object
      additionalProperties: false
      required: [name]
      properties:
        name: { type: string }
        size: { type: string, enum: [small, large] }
        note: { type: string }
    Pet:
      type: object
      required: [id]
      properties:
        id: { type: string }
        kind: { type: string, enum: [cat, dog] }
        age: { type: integer }
`;

/** The kinds, in the order of the page. */
export const KINDS: readonly Kind[] = [
  {
    change: "a value is new in an enum of responses",
    edits: [["enum: [cat, dog]", "enum: [cat, dog, fish]"]],
    why: "",
  },
  {
    change: "a value of an enum of responses is gone",
    edits: [["enum: [cat, dog]", "enum: [cat]"]],
    why: "",
  },
  {
    change: "a required property is new in responses",
    edits: [
      ["required: [id]", "required: [id, born]"],
      ["age: {", "born: { type: string }\n        age: {"],
    ],
    why: "",
  },
  {
    change: "an optional property of responses became required",
    edits: [["required: [id]", "required: [id, age]"]],
    why: "",
  },
  {
    change: "an optional property of responses is gone",
    edits: [["        age: { type: integer }\n", ""]],
    why: "",
  },
  {
    change: "a property of requests is gone",
    edits: [["        note: { type: string }\n", ""]],
    why: "",
  },
  {
    change: "a required property of requests became optional",
    edits: [["      required: [name]\n", ""]],
    why: "",
  },
  {
    change: "a property of requests may be null",
    edits: [["note: { type: string }", 'note: { type: [string, "null"] }']],
    why: "",
  },
  {
    change: "a value is new in an enum of requests",
    edits: [["enum: [small, large]", "enum: [small, medium, large]"]],
    why: "",
  },
  {
    change: "an optional query parameter is new",
    edits: [
      [
        "      requestBody:",
        "        - { name: notify, in: query, schema: { type: boolean } }\n      requestBody:",
      ],
    ],
    why: "",
  },
  {
    change: "a second status of success, with another body",
    edits: [
      [
        "components:",
        `        "201":
          description: The pet is new.
          content: { application/json: { schema: { type: object, properties: { at: { type: string } } } } }
components:`,
      ],
    ],
    why: "",
  },
  {
    change: "an `operationId` is renamed",
    edits: [["operationId: putPet", "operationId: replacePet"]],
    why: "",
  },
  {
    change: "a path parameter is renamed",
    edits: [
      ["/pets/{petId}", "/pets/{id}"],
      ["name: petId", "name: id"],
    ],
    why: "",
  },
  {
    change: "responses have a number in place of an integer, requests a new pattern",
    edits: [
      ["age: { type: integer }", "age: { type: number }"],
      ["name: { type: string }", 'name: { type: string, pattern: "^[A-Z]" }'],
    ],
    why: "",
  },
  {
    change: "security is new",
    edits: [["      parameters:", "      security: [{ token: [] }]\n      parameters:"]],
    why: "",
  },
];
