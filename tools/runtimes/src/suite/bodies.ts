import { empty, json } from "./answer.ts";
import type { Check } from "./check.ts";
import { bytesOf } from "./samples.ts";

const BYTES = Uint8Array.from({ length: 256 }, (_, index) => index);
const NO_STREAMS =
  "A `ReadableStream` as the body of a request fails over HTTP/1.1, and nothing is sent.";
const again = json({}, 503, { "retry-after": "0" });

const parts = () => ({
  note: "two\nlines, ä",
  count: 3,
  tags: ["a", "b"],
  point: { x: 1, y: -2.5 },
  page: "<p>",
  files: [
    new File([BYTES], 'Zoë "1".bin', { type: "application/x-bin" }),
    new File(["text"], "plain.txt", { type: "application/x-text" }),
    new Blob([BYTES]),
  ],
});

function inPieces(...texts: string[]): ReadableStream<Uint8Array> {
  const left = texts.map(bytesOf);
  return new ReadableStream({
    pull(controller) {
      const next = left.shift();
      if (next) controller.enqueue(next);
      else controller.close();
    },
  });
}

/** Bodies that are no JSON. The bytes are compared; what calls give says only that they went well. */
export const bodies: readonly Check[] = [
  {
    name: "a form",
    answers: [empty],
    run: async ({ suite }) => {
      await suite().sendForm({
        name: "a b&c=ä+",
        tags: ["x", "y"],
        point: { x: 1 },
        meta: { "a b": "1", c: "ö" },
      });
    },
    want: null,
  },
  {
    name: "a form, tried again",
    answers: [again, empty],
    run: async ({ suite }) => {
      await suite().sendForm({ name: "same" });
    },
    want: null,
  },
  {
    name: "parts with text, numbers, JSON, lists and files",
    answers: [empty],
    run: async ({ suite }) => {
      await suite().sendParts(parts());
    },
    want: null,
  },
  {
    name: "parts, tried again",
    answers: [again, empty],
    run: async ({ suite }) => {
      await suite().sendParts(parts());
    },
    want: null,
  },
  {
    name: "a file of plain text",
    answers: [empty],
    run: async ({ suite }) => {
      await suite().sendParts({ files: [new File(["text"], "a.txt", { type: "text/plain" })] });
    },
    want: null,
    differences: [
      {
        on: ["bun"],
        ignores: ["body", "header content-length"],
        what: "A `File` or `Blob` of type `text/plain` has the type `text/plain;charset=utf-8`.",
      },
    ],
  },
  {
    name: "a FormData of the caller",
    answers: [empty],
    run: async ({ suite }) => {
      const form = new FormData();
      form.append("note", "ä\nb");
      form.append("files", new Blob([BYTES], { type: "application/x-bin" }), 'a "b".bin');
      await suite().sendParts(form);
    },
    want: null,
    differences: [
      {
        on: ["deno"],
        ignores: ["body", "header content-length"],
        what: "A `FormData` of yours is written without a line break after its end.",
      },
      {
        on: ["workerd"],
        ignores: ["body", "header content-length"],
        what: "A `FormData` of yours keeps the line breaks of its texts; elsewhere they become CR LF.",
      },
    ],
  },
  {
    name: "an array of bytes",
    answers: [empty],
    run: async ({ suite }) => {
      await suite().sendBytes(BYTES);
    },
    want: null,
  },
  {
    name: "a part of a buffer",
    answers: [empty],
    run: async ({ suite }) => {
      await suite().sendBytes(BYTES.subarray(10, 20));
    },
    want: null,
  },
  {
    name: "a buffer",
    answers: [empty],
    run: async ({ suite }) => {
      await suite().sendBytes(BYTES.buffer);
    },
    want: null,
  },
  {
    name: "a blob in the document's type, tried again",
    answers: [again, empty],
    run: async ({ suite }) => {
      await suite().putBlob({
        path: { name: "a b/ä" },
        body: new Blob([BYTES], { type: "image/png" }),
      });
    },
    want: null,
  },
  {
    name: "a large blob",
    answers: [empty],
    run: async ({ suite }) => {
      const blob = new Blob(Array.from({ length: 4_000 }, () => BYTES));
      await suite().putBlob({ path: { name: "large" }, body: blob });
    },
    want: null,
  },
  {
    name: "no bytes at all",
    answers: [empty],
    run: async ({ suite }) => {
      await suite().sendBytes(new Uint8Array());
    },
    want: null,
  },
  {
    name: "a stream",
    answers: [empty],
    run: ({ suite, outcome }) => outcome(() => suite().sendBytes(inPieces("one ", "two ", "ä"))),
    want: {},
    differences: [
      {
        on: ["chromium"],
        want: {
          fails: {
            is: "ClientError OutcomeUnknownError",
            name: "OutcomeUnknownError",
            code: "OUTCOME_UNKNOWN",
            operation: "sendBytes",
            cause: {
              is: "ClientError NetworkError",
              name: "NetworkError",
              code: "NETWORK",
              operation: "sendBytes",
            },
          },
        },
        requests: 0,
        what: NO_STREAMS,
      },
    ],
  },
  {
    name: "a stream is not sent again",
    answers: [again],
    run: ({ suite, outcome }) =>
      outcome(() => suite().putBlob({ path: { name: "a" }, body: inPieces("once") })),
    want: {
      fails: {
        is: "ClientError ApiError",
        name: "ApiError",
        code: "API_ERROR",
        operation: "putBlob",
        status: 503,
      },
    },
    differences: [
      {
        on: ["chromium"],
        want: {
          fails: {
            is: "ClientError NetworkError",
            name: "NetworkError",
            code: "NETWORK",
            operation: "putBlob",
          },
        },
        requests: 0,
        what: NO_STREAMS,
      },
    ],
  },
];
