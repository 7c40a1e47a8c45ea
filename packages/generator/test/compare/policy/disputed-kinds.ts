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
    why: 'Servers learn new values, so that the type of an enum of responses is open (`"cat" | "dog" | (string & {})`), and code that reads it compiles and has to expect others. A `Record` of the type has to name the new one (TS2741): who wants to be spared writes `Partial<Record<…>>`.',
  },
  {
    change: "a value of an enum of responses is gone",
    edits: [["enum: [cat, dog]", "enum: [cat]"]],
    why: "Callers wait for what does not come any more, and nothing fails. The type is open, so that comparisons with the old value compile. Of an enum with a constant object, the constant's member is gone, which is a rule of its own and `major`.",
  },
  {
    change: "a required property is new in responses",
    edits: [
      ["required: [id]", "required: [id, born]"],
      ["age: {", "born: { type: string }\n        age: {"],
    ],
    why: "Answers are read, and there is more to read. Hand-made answers in a caller's tests have to get it, too; did that count, no answer could ever grow.",
  },
  {
    change: "an optional property of responses became required",
    edits: [["required: [id]", "required: [id, age]"]],
    why: "Answers are read, and what is always there is read as what may be there. Hand-made answers as above.",
  },
  {
    change: "an optional property of responses is gone",
    edits: [["        age: { type: integer }\n", ""]],
    why: "Who reads it finds nothing there any more, and the code that reads it does not compile (TS2339).",
  },
  {
    change: "a property of requests is gone",
    edits: [["        note: { type: string }\n", ""]],
    why: "Servers refuse or forget what callers still send, and object literals with it do not compile (TS2353).",
  },
  {
    change: "a required property of requests became optional",
    edits: [["      required: [name]\n", ""]],
    why: "Calls that send it are taken. Requests are written: only code that reads the property back out of a request's type has to expect `undefined` (TS18048).",
  },
  {
    change: "a property of requests may be null",
    edits: [["note: { type: string }", 'note: { type: [string, "null"] }']],
    why: "Calls that send a text are taken. Code that reads the property back has to expect `null` (TS18047), as above.",
  },
  {
    change: "a value is new in an enum of requests",
    edits: [["enum: [small, large]", "enum: [small, medium, large]"]],
    why: "Calls with the others are taken, and compile. A map that names every value of a request's type is told that there is one more, which is what it is for.",
  },
  {
    change: "an optional query parameter is new",
    edits: [
      [
        "      requestBody:",
        "        - { name: notify, in: query, schema: { type: boolean } }\n      requestBody:",
      ],
    ],
    why: "Arguments go by their names: nothing moves.",
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
    why: "On the wire any 2xx is a success, as before. In the types the answer is one of two now, and to read what only one of them has does not compile (TS2339).",
  },
  {
    change: "an `operationId` is renamed",
    edits: [["operationId: putPet", "operationId: replacePet"]],
    why: "An `operationId` is not sent. The client's method is called by it: calls by the old name do not compile (TS2339).",
  },
  {
    change: "a path parameter is renamed",
    edits: [
      ["/pets/{petId}", "/pets/{id}"],
      ["name: petId", "name: id"],
    ],
    why: "The name of a path parameter is not sent, only its value. Callers give it by name, and the old name does not compile (TS2353).",
  },
  {
    change: "responses have a number in place of an integer, requests a new pattern",
    edits: [
      ["age: { type: integer }", "age: { type: number }"],
      ["name: { type: string }", 'name: { type: string, pattern: "^[A-Z]" }'],
    ],
    why: "TypeScript has one type for all numbers, and none for patterns: everything compiles. Servers refuse texts that do not fit, and who stores whole numbers gets fractions.",
  },
  {
    change: "security is new",
    edits: [["      parameters:", "      security: [{ token: [] }]\n      parameters:"]],
    why: "Credentials are options of the client and of a call, and optional in both, since they may come from the environment: everything compiles. Then the server answers 401.",
  },
];
