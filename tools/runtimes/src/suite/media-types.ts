import { json, typed } from "./answer.ts";
import type { Check } from "./check.ts";

const BYTES = Array.from({ length: 256 }, (_, index) => index);

/** Text, bytes, and what a caller chooses. */
export const mediaTypes: readonly Check[] = [
  {
    name: "text",
    answers: [typed("text/plain; charset=utf-8", "naïve\n")],
    run: ({ suite }) => suite().sendText("ä\r\n😀"),
    want: "naïve\n",
  },
  {
    name: "one body in each of its media types",
    answers: [json({ text: "a" }), json({ text: "a" }), json({ text: "a" })],
    run: async ({ suite }) => {
      const client = suite();
      await client.addNote({ text: "ä" });
      await client.addNote({ text: "ä" }, { contentType: "application/x-www-form-urlencoded" });
      return client.addNote("<ä/>", { contentType: "application/xml" });
    },
    want: { text: "a" },
  },
  {
    name: "an answer in the media type that is asked for",
    answers: [typed("text/csv", "text\nä")],
    run: ({ suite }) => suite().addNote({ text: "a" }, { accept: "text/csv" }),
    want: "text\nä",
  },
  {
    name: "bytes as an answer",
    answers: [{ headers: { "content-type": "image/png" }, body: [BYTES] }],
    run: async ({ suite }) => {
      const blob = (await suite().readPicture()) as Blob;
      const bytes = [...new Uint8Array(await blob.arrayBuffer())];
      return [blob.type, bytes.length, bytes.every((byte, index) => byte === index)];
    },
    want: ["image/png", 256, true],
  },
];
