import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { maxBodySize, readBody } from "../../src/send/read-body.js";
import { serve } from "../support/serve.js";

const { signal } = new AbortController();
/** What is read of an answer outside 2xx, in bytes. */
const most = 1024 * 1024;

const bytes = (text: string) => new TextEncoder().encode(text);

/** A body in pieces, without a length, and what became of it. */
function pieces(count: number, size: number, status = 500, headers = {}) {
  const state = { cancelled: false, pulled: 0 };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (state.pulled++ === count) controller.close();
      else controller.enqueue(new Uint8Array(size).fill(96 + state.pulled));
    },
    cancel() {
      state.cancelled = true;
    },
  });
  return { state, response: new Response(stream, { status, headers }) };
}

describe("a body", () => {
  test("in pieces is read into one: bytes of a success, else text", async () => {
    expect(await readBody(pieces(3, 2).response, signal)).toBe("aabbcc");
    expect(await readBody(pieces(3, 2, 200).response, signal)).toEqual(bytes("aabbcc"));
    expect(await readBody(pieces(0, 0).response, undefined)).toBe("");
    expect(await readBody(new Response(null), signal)).toEqual(bytes(""));
    expect(await readBody(new Response(null, { status: 400 }), signal)).toBe("");
  });

  test("as text loses its mark, and what is no UTF-8", async () => {
    const given = new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff, 0xe2, 0x82, 0xac]);
    const response = (status: number) => new Response(given, { status });
    expect(await readBody(response(500), signal)).toBe("a\ufffd\u20ac");
    expect(await readBody(response(200), signal)).toEqual(given);
  });

  test("that is no stream, where there are none, is read all the same", async () => {
    const response = Object.defineProperty(new Response("four"), "body", { value: undefined });
    expect(await readBody(response, signal)).toEqual(bytes("four"));
  });

  test("that was read already is refused", async () => {
    const response = new Response("four");
    await response.text();
    await expect(readBody(response, signal)).rejects.toThrow(TypeError);
  });

  test("that is not made of bytes is refused", async () => {
    const words = new ReadableStream({ pull: (controller) => controller.enqueue("words") });
    await expect(readBody(new Response(words), signal)).rejects.toThrow(TypeError);
  });

  test("that nobody waits for any more is let go", async () => {
    const controller = new AbortController();
    let cancelled = false;
    const stream = new ReadableStream({ cancel: () => void (cancelled = true) });
    const reading = readBody(new Response(stream), controller.signal);
    controller.abort();
    await reading;
    expect(cancelled).toBe(true);
  });
});

describe("the limit", () => {
  const size = 64 * 1024;

  test("ends the reading, and cancels the rest", async () => {
    const { response, state } = pieces(1000, size);
    expect(await readBody(response, signal)).toBeUndefined();
    await expect.poll(() => state.cancelled).toBe(true);
    expect(state.pulled).toBeLessThan(most / size + 10);
  });

  test("is one that a body may reach", async () => {
    expect(await readBody(pieces(most / size, size).response, signal)).toHaveLength(most);
    const { response } = pieces(1, most + 1);
    expect(await readBody(response, signal)).toBeUndefined();
  });

  test("is larger for what becomes data", async () => {
    expect(await readBody(pieces(1, most + 1, 200).response, signal)).toHaveProperty(
      "byteLength",
      most + 1,
    );
    const { response, state } = pieces(1e6, 4 * most, 200);
    expect(await readBody(response, signal)).toBeUndefined();
    expect(state.pulled).toBeLessThan(maxBodySize / (4 * most) + 10);
  });

  test("counts whatever length somebody else gives", async () => {
    const { response } = pieces(1000, size, 500, { "content-length": "2" });
    expect(await readBody(response, signal)).toBeUndefined();
    const large = new Response("four", { headers: { "content-length": "1e9" } });
    expect(await readBody(large, signal)).toEqual(bytes("four"));
  });

  test("counts what comes of a body that was compressed", async () => {
    const { url } = await serve((response) => {
      const packed = gzipSync(new Uint8Array(2 * most));
      const headers = { "content-encoding": "gzip", "content-length": packed.length };
      response.writeHead(500, headers).end(packed);
    });
    expect(await readBody(await fetch(url), signal)).toBeUndefined();
  });

  test("counts what has no length", async () => {
    const { url } = await serve((response) => {
      response.writeHead(500).write(new Uint8Array(most));
      response.end("more");
    });
    expect(await readBody(await fetch(url), signal)).toBeUndefined();
  });
});
