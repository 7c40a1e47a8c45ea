import { expect, test } from "vitest";
import {
  addNote,
  createClient,
  createMediaClient,
  getNote,
} from "../documents/media/expected/index.js";
import { createStylesClient } from "../documents/styles/expected/index.js";
import { serve } from "../support/serve.js";

test("a form in the styles of its encoding", async () => {
  const { url, seen } = await serve();
  await createStylesClient({ baseUrl: url }).sendForm({
    expand: ["a", "b"],
    metadata: { "x y": "1" },
    tags: ["c", "d"],
    plain: { x: 1 },
  });
  expect(seen[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  expect(seen[0]?.body).toBe(
    "expand%5B%5D=a&expand%5B%5D=b&metadata%5Bx%20y%5D=1&tags=c&tags=d&plain=%7B%22x%22%3A1%7D",
  );
});

test("parts with the types of their encoding", async () => {
  const { url, seen } = await serve();
  await createStylesClient({ baseUrl: url }).sendParts({
    photo: new Blob(["\u0089PNG"]),
    about: "<p>",
    point: { x: 1 },
  });
  const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(
    seen[0]?.headers["content-type"] ?? "",
  )?.[1];
  const part = (disposition: string, type: string, content: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`;
  expect(seen[0]?.body).toBe(
    part('name="photo"; filename="blob"', "image/png", "\u00c2\u0089PNG") +
      part('name="about"', "text/html", "<p>") +
      part('name="point"', "application/json", '{"x":1}') +
      `--${boundary}--\r\n`,
  );
});

test("one body in each of its media types", async () => {
  const { url, seen } = await serve(() => ({ type: "application/json", body: '{"text":"a"}' }));
  const client = createMediaClient({ baseUrl: url });
  const note = { text: "a" };
  await client.addNote(note);
  await client.addNote(note, { contentType: "application/json" });
  await client.addNote(note, { contentType: "application/x-www-form-urlencoded" });
  await client.addNote("<a/>", { contentType: "application/xml" });
  await client.addNote(new Blob(["GIF"], { type: "image/gif" }), { contentType: "image/*" });
  await client.addNote({ file: new Blob(["x"]) }, { contentType: "multipart/form-data" });
  const sent = seen.map(({ headers, body }) => [headers["content-type"]?.split(";")[0], body]);
  expect(sent.slice(0, -1)).toEqual([
    ["application/json", '{"text":"a"}'],
    ["application/json", '{"text":"a"}'],
    ["application/x-www-form-urlencoded", "text=a"],
    ["application/xml", "<a/>"],
    ["image/gif", "GIF"],
  ]);
  expect(sent.at(-1)?.[0]).toBe("multipart/form-data");
  expect(sent.at(-1)?.[1]).toContain('name="file"; filename="blob"');
});

test("one answer in each of its media types", async () => {
  const answers: Record<string, string> = {
    "application/json": '{"text":"a"}',
    "application/vnd.media.summary+json": '["a"]',
    "text/html": "<p>",
    "application/pdf": "%PDF",
  };
  const { url, seen } = await serve(({ headers: { accept = "" } }) => ({
    type: accept,
    body: answers[accept] ?? "",
  }));
  const client = createMediaClient({ baseUrl: url });
  const input = { path: { id: "1" } };
  expect((await client.getNote(input)).text).toBe("a");
  expect((await client.getNote(input, { accept: "application/json", retries: 0 })).text).toBe("a");
  expect(
    (await client.getNote(input, { accept: "application/vnd.media.summary+json" })).at(0),
  ).toBe("a");
  expect((await client.getNote(input, { accept: "text/html" })).toUpperCase()).toBe("<P>");
  const pdf = await getNote(createClient({ baseUrl: url }), input, { accept: "application/pdf" });
  expect([pdf.type, await pdf.text()]).toEqual(["application/pdf", "%PDF"]);
  expect(seen.map(({ headers }) => headers.accept)).toEqual([
    "application/json",
    "application/json",
    "application/vnd.media.summary+json",
    "text/html",
    "application/pdf",
  ]);
});

test("body and answer chosen in one call", async () => {
  const { url, seen } = await serve(() => ({ type: "application/xml", body: "<a/>" }));
  const client = createMediaClient({ baseUrl: url });
  const xml = await client.putNote(
    { path: { id: "1" }, body: "a" },
    { contentType: "text/plain", accept: "application/xml", headers: { "x-a": "b" } },
  );
  expect(xml).toBe("<a/>");
  expect(seen[0]).toMatchObject({
    body: "a",
    headers: { "content-type": "text/plain", accept: "application/xml", "x-a": "b" },
  });
});

test("a choice that there is not is refused, with those that there are", async () => {
  const { url, seen } = await serve();
  const core = createClient({ baseUrl: url });
  const contentType = "text/csv" as "image/*";
  await expect(addNote(core, new Blob(), { contentType })).rejects.toMatchObject({
    name: "ConfigurationError",
    operation: "addNote",
    message:
      'Option contentType is none of the media types that there are: "application/json", "multipart/form-data", "application/x-www-form-urlencoded", "application/xml", "image/*".',
  });
  expect(seen).toEqual([]);
});

test("what frameworks write as */* is JSON where it has structure, and a blob elsewhere", async () => {
  const { url, seen } = await serve(({ method }) =>
    method === "POST" ? { type: "application/json", body: '{"text":"b"}' } : {},
  );
  const client = createMediaClient({ baseUrl: url });
  expect((await client.sendAnything({ text: "a" })).text).toBe("b");
  await client.putIcon(new Blob(["GIF"], { type: "image/gif" }));
  expect(seen.map(({ headers, body }) => [headers["content-type"], body])).toEqual([
    ["application/json", '{"text":"a"}'],
    ["image/gif", "GIF"],
  ]);
});
