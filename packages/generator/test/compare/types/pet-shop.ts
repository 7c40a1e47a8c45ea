/** The document that the cases change. */
export const PET_SHOP = `openapi: 3.1.0
info: { title: Shop, version: "1", x-client-name: shop }
servers:
  - { url: https://live.example, x-name: live }
  - { url: https://test.example, x-name: test }
security: [{ apiKey: [] }]
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: sort, in: query, schema: { type: string } }
      responses:
        "200":
          description: Pets.
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Pet" } } } }
        default: { $ref: "#/components/responses/Failure" }
    post:
      operationId: createPet
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/NewPet" } } }
      responses:
        "201":
          description: The pet.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
        default: { $ref: "#/components/responses/Failure" }
  /pets/{id}:
    get:
      operationId: getPet
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: The pet.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
        "404":
          description: None.
          content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } }
  /notes:
    post:
      operationId: addNote
      requestBody:
        required: false
        content:
          application/json: { schema: { $ref: "#/components/schemas/Note" } }
          text/plain: { schema: { type: string } }
      responses:
        "200":
          description: The note.
          content:
            application/json: { schema: { $ref: "#/components/schemas/Note" } }
            text/plain: { schema: { type: string } }
  /ping:
    post:
      operationId: ping
      responses:
        "204": { description: Done. }
components:
  securitySchemes:
    apiKey: { type: apiKey, in: header, name: x-key }
  responses:
    Failure:
      description: What went wrong.
      content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } }
  schemas:
    Pet:
      type: object
      required: [id, name, size, home]
      properties:
        id: { type: string }
        name: { type: string }
        nick: { type: string }
        size: { type: integer, enum: [1, 2, 3] }
        status: { $ref: "#/components/schemas/Status" }
        colour: { type: string, enum: [red, green] }
        tags: { type: array, items: { type: string } }
        owner: { $ref: "#/components/schemas/Owner" }
        home: { $ref: "#/components/schemas/Home" }
        extra: { $ref: "#/components/schemas/Extra" }
        weight: { type: number }
        note: { type: [string, "null"] }
        anything: {}
        token: { type: string, format: password }
        plain: { type: string }
    Status:
      type: string
      enum: [NEW, SOLD]
    Owner:
      type: object
      properties:
        name: { type: string }
        pets: { type: array, items: { $ref: "#/components/schemas/Pet" } }
    Home:
      oneOf:
        - { $ref: "#/components/schemas/House" }
        - { $ref: "#/components/schemas/Stall" }
      discriminator:
        propertyName: kind
        mapping: { house: "#/components/schemas/House", stall: "#/components/schemas/Stall" }
    House:
      type: object
      required: [kind]
      properties: { kind: { type: string }, street: { type: string } }
    Stall:
      type: object
      required: [kind]
      properties: { kind: { type: string }, number: { type: integer } }
    Extra:
      type: object
      properties: { seen: { type: boolean } }
      additionalProperties: { type: string }
    NewPet:
      type: object
      required: [name]
      properties:
        name: { type: string }
        nick: { type: string }
        breed: { type: [string, "null"] }
        mood: { type: string, enum: [calm, wild] }
        age: { type: integer }
        where: { oneOf: [{ type: string }, { type: number }] }
        form: { $ref: "#/components/schemas/Form" }
        labels: { $ref: "#/components/schemas/Labels" }
    Form:
      type: object
      properties: { deep: { type: object, properties: { note: { type: string } } } }
    Labels:
      type: object
      additionalProperties: { type: string }
    Note:
      type: object
      properties: { text: { type: string } }
    Problem:
      type: object
      required: [code]
      properties: { code: { type: string }, hint: { type: string } }
    Unused:
      type: object
      properties: { lonely: { type: string } }
`;

/** One place of a document, before and after. */
export type Edit = readonly [from: string, to: string];

/** The document with some places changed, each of which has to be there once. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const [from, to] of edits) {
    if (result.split(from).length !== 2) throw new Error(`Not there once: ${from}`);
    result = result.replace(from, () => to);
  }
  return result;
}
