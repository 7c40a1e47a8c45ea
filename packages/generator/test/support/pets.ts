const json = (name: string) =>
  `{ description: Fine., content: { application/json: { schema: { $ref: "#/components/schemas/${name}" } } } }`;

/** A small document with three operations. */
export const PETS = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: https://pets.example, x-name: live }]
paths:
  /pets:
    get: { operationId: listPets, responses: { "200": ${json("Pet")} } }
    post: { operationId: addPet, responses: { "204": { description: Added. } } }
  /stores/{id}:
    get:
      operationId: getStore
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": ${json("Store")} }
components:
  schemas:
    Pet: { type: object, properties: { name: { type: string }, kind: { $ref: "#/components/schemas/Kind" } } }
    Kind: { type: string, enum: [cat, dog] }
    Store: { type: object, properties: { name: { type: string } } }
`;

/** A configuration of clients, each its document and folder. */
export function configuration(clients: readonly object[]): string {
  return JSON.stringify({ clients });
}
