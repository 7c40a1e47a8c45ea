import { expect, test } from "vitest";
import { createFilesClient } from "../documents/bodies/expected/index.js";
import { type Exchange, exchange } from "../support/exchange.js";

type Client = ReturnType<typeof createFilesClient>;

const bytes = new Uint8Array([0, 127, 128, 255]);
const LATIN = "\u0000\u007f\u0080\u00ff";

/** A part of a multipart body. */
const part = (disposition: string, type: string | undefined, content: string) =>
  `--B|Content-Disposition: form-data; ${disposition}|${type ? `Content-Type: ${type}|` : ""}|${content}|`;

function pieces(...texts: string[]): ReadableStream<Uint8Array> {
  const left = texts.map((text) => new TextEncoder().encode(text));
  return new ReadableStream({
    pull(controller) {
      const next = left.shift();
      if (next) controller.enqueue(next);
      else controller.close();
    },
  });
}

const rows: readonly (readonly [
  name: string,
  call: (client: Client) => PromiseLike<unknown>,
  want: Partial<Exchange>,
])[] = [
  [
    "a form: a pair for each value, one for each item of a list, objects as JSON",
    (client) =>
      client.sendForm({
        name: "a b&c=ä",
        tags: ["x", "y"],
        count: 3,
        meta: { by: "me" },
      }),
    {
      line: "POST /form",
      type: "application/x-www-form-urlencoded",
      body: "name=a+b%26c%3D%C3%A4&tags=x&tags=y&count=3&meta=%7B%22by%22%3A%22me%22%7D",
    },
  ],
  [
    "a form without what is optional",
    (client) => client.sendForm({ name: "", tags: [] }),
    { body: "name=" },
  ],
  [
    "parts: text, numbers, JSON, lists and files",
    (client) =>
      client.sendParts({
        note: "a\nb",
        count: 3,
        sure: true,
        meta: { by: "me" },
        tags: ["x", "y"],
        points: [{ x: 1 }],
        files: [
          new File([bytes], 'ä "1".bin', { type: "application/x-bin" }),
          new File(["t"], "t.txt"),
          new Blob(["b"]),
        ],
      }),
    {
      line: "POST /parts",
      type: "multipart/form-data; boundary=B",
      body: `${part('name="note"', undefined, "a\nb")}${part('name="count"', undefined, "3")}${part(
        'name="sure"',
        undefined,
        "true",
      )}${part('name="meta"', "application/json", '{"by":"me"}')}${part(
        'name="tags"',
        undefined,
        "x",
      )}${part('name="tags"', undefined, "y")}${part(
        'name="points"',
        "application/json",
        '{"x":1}',
      )}${part(
        'name="files"; filename="\u00c3\u00a4 %221%22.bin"',
        "application/x-bin",
        LATIN,
      )}${part('name="files"; filename="t.txt"', "application/octet-stream", "t")}${part(
        'name="files"; filename="blob"',
        "application/octet-stream",
        "b",
      )}--B--|`,
    },
  ],
  [
    "one file",
    (client) => client.uploadFile({ file: new File(["x"], "x.txt", { type: "text/plain" }) }),
    {
      line: "POST /upload",
      body: `${part('name="file"; filename="x.txt"', "text/plain", "x")}--B--|`,
    },
  ],
  [
    "text",
    (client) => client.sendText("ä\n"),
    { line: "POST /text", type: "text/plain", body: "\u00c3\u00a4\n" },
  ],
  ["no text", (client) => client.sendText(), { line: "POST /text", type: undefined, body: "" }],
  [
    "a blob, in the type of the document",
    (client) =>
      client.putRaw({ path: { name: "a" }, body: new Blob([bytes], { type: "image/png" }) }),
    { line: "PUT /raw/a", type: "application/pdf", body: LATIN },
  ],
  [
    "an array of bytes",
    (client) => client.sendBytes(bytes),
    { line: "POST /bytes", type: "application/octet-stream", body: LATIN },
  ],
  [
    "a part of a buffer",
    (client) => client.sendBytes(bytes.subarray(1, 3)),
    { body: "\u007f\u0080" },
  ],
  ["a buffer", (client) => client.sendBytes(bytes.buffer), { body: LATIN }],
  [
    "a stream",
    (client) => client.sendBytes(pieces("a", "b", "c")),
    { type: "application/octet-stream", body: "abc" },
  ],
  ["no bytes", (client) => client.sendBytes(new Blob()), { body: "" }],
  [
    "anything, in its own type",
    (client) => client.sendAnything(new Blob(["GIF"], { type: "image/gif" })),
    { line: "POST /any", type: "image/gif", body: "GIF" },
  ],
];

test.each(rows)("%s", async (_, call, want) => {
  const found = await exchange({ status: 204 }, (options) => call(createFilesClient(options)));
  expect(found).toMatchObject(want);
  expect(found).toHaveProperty("gives", undefined);
});
