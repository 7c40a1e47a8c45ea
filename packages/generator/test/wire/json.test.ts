import { describe, expect, test } from "vitest";
import { createAccountsClient } from "../documents/read-write/expected/index.js";
import { createNotesClient } from "../documents/json-body/expected/index.js";
import { createNullableClient } from "../documents/nullable-3.1/expected/index.js";
import { createZooClient } from "../documents/composition/expected/index.js";
import { type Exchange, exchange, json } from "../support/exchange.js";
import type { Answer } from "../support/serve.js";

type Row = readonly [
  name: string,
  call: (options: { baseUrl: string }) => PromiseLike<unknown>,
  answer: Answer,
  want: Partial<Exchange>,
];

const JSON_TYPE = { type: "application/json", accept: "application/json" };

const rows: readonly Row[] = [
  [
    "a body of JSON",
    (options) => createNotesClient(options).createNote({ text: 'ä "€" 😀', tags: ["a", "b"] }),
    json({ id: "n1", text: "t" }, 201),
    {
      ...JSON_TYPE,
      line: "POST /notes",
      body: Buffer.from('{"text":"ä \\"€\\" 😀","tags":["a","b"]}').toString("latin1"),
      gives: { id: "n1", text: "t" },
    },
  ],
  [
    "a base URL with a path",
    (options) => createNotesClient({ baseUrl: `${options.baseUrl}/v1/` }).createNote({ text: "a" }),
    json({ id: "n1", text: "t" }, 201),
    { line: "POST /v1/notes" },
  ],
  [
    "members that are undefined are left out, and null is sent",
    (options) =>
      createNullableClient(options).sendThing({
        text: null,
        choice: null,
        inner: null,
        list: [1, null],
      }),
    json({ text: null, choice: "c", inner: null, list: null }),
    {
      body: '{"text":null,"choice":null,"inner":null,"list":[1,null]}',
      gives: { text: null, choice: "c", inner: null, list: null },
    },
  ],
  [
    "no body where it is optional",
    (options) => createNotesClient(options).searchNotes(),
    json([]),
    { line: "POST /notes/search", type: undefined, body: "", gives: [] },
  ],
  [
    "a default is not sent: optional stays optional",
    (options) => createNotesClient(options).searchNotes({}),
    json([]),
    { body: "{}" },
  ],
  [
    "a body of a type that ends in +json, beside a parameter of the path",
    (options) =>
      createNotesClient(options).patchNote({ path: { id: "a/b c" }, body: { text: "a" } }),
    json({ id: "n1", text: "t" }),
    {
      line: "PATCH /notes/a%2Fb%20c",
      type: "application/merge-patch+json",
      accept: "application/json",
      body: '{"text":"a"}',
    },
  ],
  [
    "an answer of a type that ends in +json",
    (options) => createNotesClient(options).createNote({ text: "a" }),
    json({ id: "n1", text: "t" }, 201, "application/hal+json; charset=utf-8"),
    { gives: { id: "n1", text: "t" } },
  ],
  [
    "a request without what is read-only, an answer without what is write-only",
    (options) =>
      createAccountsClient(options).createAccount({
        name: "n",
        password: "p",
        owner: { email: "e" },
      }),
    json({ id: "1", name: "n", owner: { id: "2", email: "e" } }),
    {
      body: '{"name":"n","password":"p","owner":{"email":"e"}}',
      gives: { id: "1", name: "n", owner: { id: "2", email: "e" } },
    },
  ],
  [
    "one of several that a discriminator tells apart",
    (options) => createZooClient(options).addAnimal({ kind: "cat", name: "Mia", lives: 9 }),
    json({ kind: "dog", name: "Rex" }),
    {
      line: "POST /animals",
      body: '{"kind":"cat","name":"Mia","lives":9}',
      gives: { kind: "dog", name: "Rex" },
    },
  ],
];

test.each(rows)("%s", async (_, call, answer, want) => {
  expect(await exchange(answer, call)).toMatchObject(want);
});

describe("what is not as promised", () => {
  test.each<[string, Answer, RegExp]>([
    ["an array for an object", json([]), /is no JSON object/],
    ["no JSON", { type: "application/json", body: "{" }, /is not JSON/],
    ["HTML", { type: "text/html", body: "{}" }, /is not JSON/],
    ["nothing", { status: 200 }, /is not JSON/],
  ])("%s", async (_, answer, message) => {
    const { fails } = await exchange(answer, (options) =>
      createZooClient(options).addAnimal({ kind: "dog", name: "Rex" }),
    );
    expect(fails).toMatchObject({
      name: "ParseError",
      operation: "addAnimal",
      message: expect.stringMatching(message) as string,
    });
  });
});
