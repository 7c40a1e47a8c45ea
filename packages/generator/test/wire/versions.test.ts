import { expect, test } from "vitest";
import { createBooksClient } from "../documents/methods/expected/index.js";
import { createShelterClient } from "../documents/swagger/expected/index.js";
import { type Exchange, exchange, json } from "../support/exchange.js";
import type { Answer } from "../support/serve.js";

type Row = readonly [
  name: string,
  call: (options: { baseUrl: string }) => PromiseLike<unknown>,
  answer: Answer,
  want: Partial<Exchange>,
];

const credentials = { key: "fake" };

const rows: readonly Row[] = [
  [
    "the method QUERY of OpenAPI 3.2",
    (options) => createBooksClient(options).findBooks({ title: "a" }),
    json([{ kind: "novel", title: "a" }]),
    {
      line: "QUERY /books",
      type: "application/json",
      body: '{"title":"a"}',
      gives: [{ kind: "novel", title: "a" }],
    },
  ],
  [
    "a method without a field of its own",
    (options) => createBooksClient(options).linkBooks(),
    {},
    { line: "LINK /books", body: "", gives: undefined },
  ],
  [
    "lists of Swagger 2.0, parted as it says",
    (options) =>
      createShelterClient({ ...options, credentials }).listAnimals({
        query: { kinds: ["cat", "dog"], tags: ["a", "b"] },
      }),
    json([]),
    { line: "GET /animals?kinds=cat%7Cdog&tags=a,b", gives: [] },
  ],
  [
    "a body of Swagger 2.0",
    (options) =>
      createShelterClient({ ...options, credentials }).addAnimal({ kind: "cat", name: null }),
    json({ kind: "cat", name: null, id: 1 }, 201),
    { line: "POST /animals", type: "application/json", body: '{"kind":"cat","name":null}' },
  ],
  [
    "a form of Swagger 2.0",
    (options) =>
      createShelterClient({ ...options, credentials }).addVisit({ days: [1, 2], note: "a b" }),
    {},
    { type: "application/x-www-form-urlencoded", body: "days=1&days=2&note=a+b" },
  ],
  [
    "a file of Swagger 2.0",
    (options) =>
      createShelterClient({ ...options, credentials }).putPhoto({
        path: { id: "7" },
        body: { photo: new File(["x"], "x.png", { type: "image/png" }), note: "n" },
      }),
    {},
    {
      line: "PUT /animals/7/photo",
      type: "multipart/form-data; boundary=B",
      body: '--B|Content-Disposition: form-data; name="photo"; filename="x.png"|Content-Type: image/png||x|--B|Content-Disposition: form-data; name="note"||n|--B--|',
    },
  ],
];

test.each(rows)("sends %s", async (_name, call, answer, want) => {
  const seen = await exchange(answer, call);
  expect(seen.fails).toBeUndefined();
  expect(seen).toMatchObject(want);
});

test("gives a file of Swagger 2.0 as bytes", async () => {
  const { gives } = await exchange({ type: "application/octet-stream", body: "x" }, (options) =>
    createShelterClient({ ...options, credentials }).getPhoto({ path: { id: "7" } }),
  );
  expect(gives).toBeInstanceOf(Blob);
});
