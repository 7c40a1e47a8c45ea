import { broken, type Fault, final, fine, stalled, unreadable } from "../fault.js";
import { answer, chunked, good, thing } from "../servers/answer.js";
import { redirectingServer } from "../servers/redirecting-server.js";
import { scriptedServer } from "../servers/scripted-server.js";
import { bytes, drip } from "../servers/scripts.js";

const sends = (data: string | Buffer) => () => scriptedServer(bytes(data));
const after = (status: number) =>
  Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Wait\r\n\r\n`), good]);
const big = "x".repeat(64 * 1024);

const redirects = [301, 302, 303, 307, 308].flatMap((status) =>
  [false, true].map((same): Fault => ({
    name: `redirect ${status} to ${same ? "the same" : "another"} origin`,
    row: "redirect (301, 302, 303, 307, 308), to another origin or to the same",
    start: () => redirectingServer(status, same),
    ...final(status),
  })),
);

/** What is wrong with the status line and the headers of an answer, or odd in them. */
export const heads: readonly Fault[] = [
  {
    name: "headers byte by byte, without an end",
    start: () => scriptedServer(drip("HTTP/1.1 200 OK\r\nX-Long: ", "abc")),
    ...stalled,
  },
  { name: "garbage in place of HTTP", start: sends("\0\x01SSH-2.0-Garbage\r\n\r\n"), ...broken },
  {
    name: "HTTP/1.0 without a length",
    start: sends(
      answer("HTTP/1.0 200 OK", thing, { "content-length": undefined, connection: undefined }),
    ),
    ...fine,
  },
  { name: "headers of 64 KiB", start: sends(answer(200, thing, { "x-big": big })), ...broken },
  {
    name: "a header with a NUL in it",
    start: sends(answer(200, thing, { "x-odd": "a\0b" })),
    ...broken,
  },
  { name: "100 before the answer", start: sends(after(100)), ...broken },
  {
    name: "102 before the answer",
    row: "102 or 103 before the answer",
    start: sends(after(102)),
    ...fine,
  },
  {
    name: "103 before the answer",
    row: "102 or 103 before the answer",
    start: sends(after(103)),
    ...fine,
  },
  { name: "101, which nobody asked for", start: sends(after(101)), ...broken },
  {
    name: "204",
    row: "204, with a body or without",
    start: sends(answer(204, "", { "content-length": undefined })),
    ...unreadable,
  },
  {
    name: "204 with a body",
    row: "204, with a body or without",
    start: sends(answer(204, thing)),
    ...unreadable,
  },
  { name: "205", start: sends(answer(205)), ...unreadable },
  {
    name: "304",
    start: sends(answer(304, "", { "content-length": undefined, etag: '"a"' })),
    ...final(304),
  },
  ...redirects,
  {
    name: "`Content-Length` twice, the same",
    row: "`Content-Length` twice",
    start: sends(answer(200, thing, { "content-length": ["32", "32"] })),
    ...broken,
  },
  {
    name: "`Content-Length` twice, different",
    row: "`Content-Length` twice",
    start: sends(answer(200, thing, { "content-length": ["32", "5"] })),
    ...broken,
  },
  {
    name: "`Content-Length` that is no number",
    start: sends(answer(200, thing, { "content-length": "many" })),
    ...broken,
  },
  {
    name: "`Content-Length` beside `Transfer-Encoding`",
    start: sends(chunked("20\r\n" + thing + "\r\n0\r\n\r\n", { "content-length": "5" })),
    ...broken,
  },
  {
    name: "`Content-Type` twice, both JSON",
    row: "`Content-Type` twice, one of them JSON",
    start: sends(
      answer(200, thing, {
        "content-type": ["application/json", "application/json; charset=utf-8"],
      }),
    ),
    ...fine,
  },
  {
    name: "`Content-Type` twice, JSON and HTML",
    row: "`Content-Type` twice, one of them JSON",
    start: sends(answer(200, thing, { "content-type": ["application/json", "text/html"] })),
    ...fine,
  },
  {
    name: "`Content-Type` twice, HTML and JSON",
    row: "`Content-Type` twice, one of them JSON",
    start: sends(answer(200, thing, { "content-type": ["text/html", "application/json"] })),
    ...fine,
  },
  {
    name: "no `Content-Type`",
    start: sends(answer(200, thing, { "content-type": undefined })),
    ...fine,
  },
];
