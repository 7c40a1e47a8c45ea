import { deflateSync, gzipSync } from "node:zlib";
import { broken, type Fault, final, fine, passing, stalled, unreadable } from "../fault.js";
import { answer, chunked, kept, packed, thing } from "../servers/answer.js";
import { type Script, scriptedServer } from "../servers/scripted-server.js";
import { bytes, drip, flood, reset } from "../servers/scripts.js";

const sends = (data: string | Buffer) => () => scriptedServer(bytes(data));
const gzip = { "content-encoding": "gzip" };
const html = { "content-type": "text/html" };

/** A page that repeats the request, as a proxy may. */
const page =
  (status: number): Script =>
  ({ socket, head }) =>
    socket.end(answer(status, `<html>${head}</html>`, html));

const size = 100 * 1024 * 1024;
const block = Buffer.alloc(64 * 1024, "a");
const framed = Buffer.concat([Buffer.from("10000\r\n"), block, Buffer.from("\r\n")]);
const long = { "content-length": String(size) };
const bomb = gzipSync(Buffer.alloc(size, "a"));
const corrupt = Buffer.from(packed).fill(0xff, 12, 30);
const other = Buffer.from(thing.replace("one", "caf\u00e9"), "latin1");
const deep = `{"request_id":"r1","a":${"[".repeat(1e5)}${"]".repeat(1e5)}}`;
const hostile =
  '{"request_id":"r1","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
const stray = answer(200, '{"request_id":"stray"}');
const inChunks = (size: string, end = "\r\n0\r\n\r\n") => chunked(`${size}\r\n${thing}${end}`);

/** What is wrong with the length or the packing of a body, or odd in it. */
export const lengths: readonly Fault[] = [
  {
    name: "body byte by byte, without an end",
    start: () => scriptedServer(drip(chunked(""), "1\r\n1\r\n")),
    ...stalled,
  },
  {
    name: "`Content-Length` longer than the body",
    start: sends(answer(200, thing, { "content-length": "99" })),
    ...broken,
  },
  {
    name: "`Content-Length` shorter than the body",
    start: sends(answer(200, thing, { "content-length": "9" })),
    ...unreadable,
  },
  {
    name: "an answer after the answer, which the next call must not get",
    start: sends(Buffer.concat([kept, stray])),
    warm: "open",
    ...fine,
  },
  {
    name: "chunk with an extension",
    row: "chunks with extensions or trailers",
    start: sends(inChunks('20;a="b"')),
    ...fine,
  },
  {
    name: "chunks with a trailer",
    row: "chunks with extensions or trailers",
    start: sends(inChunks("20", "\r\n0\r\nX-Trailer: 1\r\n\r\n")),
    ...fine,
  },
  {
    name: "chunk whose size is no number",
    row: "chunks of a wrong size, or without an end",
    start: sends(inChunks("many")),
    ...broken,
  },
  {
    name: "chunk that is longer than its size",
    row: "chunks of a wrong size, or without an end",
    start: sends(inChunks("5")),
    ...broken,
  },
  {
    name: "chunk whose size has no end",
    row: "chunks of a wrong size, or without an end",
    start: sends(inChunks("F".repeat(40))),
    ...broken,
  },
  {
    name: "chunks without the last",
    row: "chunks of a wrong size, or without an end",
    start: sends(inChunks("20", "\r\n")),
    ...broken,
  },
  {
    name: "2xx of 100 MB with its length",
    row: "2xx of 100 MB: with its length, in chunks, or unpacked from gzip",
    start: () => scriptedServer(flood(answer(200, "", long), block, size)),
    ...unreadable,
  },
  {
    name: "2xx of 100 MB in chunks",
    row: "2xx of 100 MB: with its length, in chunks, or unpacked from gzip",
    start: () => scriptedServer(flood(chunked(""), framed, size)),
    ...unreadable,
  },
  {
    name: "2xx of 100 MB, packed",
    row: "2xx of 100 MB: with its length, in chunks, or unpacked from gzip",
    start: sends(answer(200, bomb, gzip)),
    ...unreadable,
  },
  {
    name: "404 of 100 MB",
    start: () => scriptedServer(flood(answer(404, "", long), block, size)),
    ...final(404, "NotFoundError"),
  },
  {
    name: "gzip that is cut off",
    start: sends(answer(200, packed.subarray(0, 20), gzip)),
    ...unreadable,
  },
  { name: "gzip that is broken", start: sends(answer(200, corrupt, gzip)), ...broken },
  {
    name: "gzip whose connection is reset",
    start: () =>
      scriptedServer(
        reset(answer(200, packed.subarray(0, 20), { ...gzip, "content-length": "99" })),
      ),
    ...broken,
  },
  { name: "said to be gzip, and is not", start: sends(answer(200, thing, gzip)), ...broken },
  {
    name: "deflate",
    row: "deflate, or an encoding that nobody knows on plain JSON",
    start: sends(answer(200, deflateSync(thing), { "content-encoding": "deflate" })),
    ...fine,
  },
  {
    name: "an encoding that nobody knows",
    row: "deflate, or an encoding that nobody knows on plain JSON",
    start: sends(answer(200, thing, { "content-encoding": "x-none" })),
    ...fine,
  },
];

/** What is wrong with what a body says, or odd in it. */
export const contents: readonly Fault[] = [
  { name: "HTML with 200", start: () => scriptedServer(page(200)), ...unreadable },
  { name: "HTML with 400", start: () => scriptedServer(page(400)), ...final(400) },
  { name: "HTML with 502", start: () => scriptedServer(page(502)), ...passing(502) },
  { name: "nothing with 200", start: sends(answer(200)), ...unreadable },
  { name: "JSON that is cut off", start: sends(answer(200, thing.slice(0, -5))), ...unreadable },
  {
    name: "an array",
    row: "JSON of another shape",
    start: sends(answer(200, `[${thing}]`)),
    ...unreadable,
  },
  { name: "null", row: "JSON of another shape", start: sends(answer(200, "null")), ...unreadable },
  {
    name: "`__proto__` and `constructor` in JSON: own properties, and nothing else changes",
    start: sends(answer(200, hostile)),
    text: hostile,
    ...fine,
  },
  { name: "JSON nested 100,000 deep", start: sends(answer(200, deep)), ...fine },
  { name: "400 with JSON nested 100,000 deep", start: sends(answer(400, deep)), ...final(400) },
  { name: "JSON with a byte order mark", start: sends(answer(200, `\ufeff${thing}`)), ...fine },
  {
    name: "bytes that are no UTF-8",
    row: "JSON that is not UTF-8, whatever its `charset` says",
    start: sends(answer(200, other)),
    ...unreadable,
  },
  {
    name: "ISO-8859-1",
    row: "JSON that is not UTF-8, whatever its `charset` says",
    start: sends(answer(200, other, { "content-type": "application/json; charset=iso-8859-1" })),
    ...unreadable,
  },
  {
    name: "UTF-16",
    row: "JSON that is not UTF-8, whatever its `charset` says",
    start: sends(
      answer(200, Buffer.from(thing, "utf16le"), {
        "content-type": "application/json; charset=utf-16",
      }),
    ),
    ...unreadable,
  },
  {
    name: "UTF-8 under another `charset`",
    start: sends(answer(200, thing, { "content-type": "application/json; charset=iso-8859-1" })),
    ...fine,
  },
];
