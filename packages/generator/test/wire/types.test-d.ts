// oxlint-disable vitest/expect-expect -- what must not compile is asserted by @ts-expect-error.
import { expectTypeOf, test } from "vitest";
import {
  addNote,
  createClient,
  createMediaClient,
  type Note,
} from "../documents/media/expected/index.js";

const client = createMediaClient();
const file = new Blob();

test("the body's type follows the media type that is chosen", () => {
  void client.addNote({ text: "a" });
  void client.addNote({ file }, { contentType: "multipart/form-data" });
  void addNote(createClient(), "<a/>", { contentType: "application/xml", timeout: 1 });
  // @ts-expect-error JSON is the default, and has no file
  void client.addNote({ file });
  // @ts-expect-error a part for the file is missing
  void client.addNote({ text: "a" }, { contentType: "multipart/form-data" });
  // @ts-expect-error there is no such media type
  void client.addNote("a", { contentType: "text/csv" });
  // @ts-expect-error the answer has one media type
  void client.addNote({ text: "a" }, { accept: "application/json" });
});

test("the data's type follows the media type that is asked for", () => {
  const input = { path: { id: "1" } };
  expectTypeOf(client.getNote(input)).resolves.toEqualTypeOf<Note>();
  expectTypeOf(client.getNote(input, { timeout: 1 })).resolves.toEqualTypeOf<Note>();
  expectTypeOf(client.getNote(input, { accept: "text/html" })).resolves.toEqualTypeOf<string>();
  expectTypeOf(client.getNote(input, { accept: "application/pdf" })).resolves.toEqualTypeOf<Blob>();
  // @ts-expect-error there is no such media type
  void client.getNote(input, { accept: "text/csv" });
});

test("the raw client takes every body, and gives what is preferred", async () => {
  void client.raw.POST("/notes", { body: { text: "a" } });
  void client.raw.POST("/notes", { body: { file } });
  // @ts-expect-error no media type has it
  void client.raw.POST("/notes", { body: { other: 1 } });
  const { data } = await client.raw.GET("/notes/{id}", { params: { path: { id: "1" } } });
  expectTypeOf(data).toEqualTypeOf<Note | undefined>();
});
