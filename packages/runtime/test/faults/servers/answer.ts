import { gzipSync } from "node:zlib";

/** Header lines; a list sends a header more than once, undefined takes one away that would stand there. */
export type Lines = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * An answer as it goes over the wire. It says how long it is, and that the connection ends with it, so that a test can
 * wait until none is left.
 */
export function answer(
  status: number | string,
  body: string | Buffer = "",
  lines: Lines = {},
): Buffer {
  const bytes = Buffer.from(body);
  const all: Lines = {
    "content-type": "application/json",
    "content-length": String(bytes.length),
    connection: "close",
    ...lines,
  };
  const head = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((each) => `${name}: ${each}\r\n`),
  );
  const line = typeof status === "number" ? `HTTP/1.1 ${status} Words` : status;
  return Buffer.concat([Buffer.from(`${line}\r\n${head.join("")}\r\n`), bytes]);
}

/** What a call is promised. */
export const thing = '{"request_id":"r1","name":"one"}';

/** The answer that nothing is wrong with. */
export const good = answer(200, thing);

/** The same on a connection that stays open. */
export const kept = answer(200, thing, { connection: "keep-alive" });

/** The thing, packed. */
export const packed = gzipSync(thing);

/** An answer whose body is in chunks (RFC 9112, 7.1), as they are given: sizes and ends are the test's. */
export function chunked(chunks: string, lines: Lines = {}): Buffer {
  const coding = { "content-length": undefined, "transfer-encoding": "chunked" };
  return answer(200, chunks, { ...coding, ...lines });
}
