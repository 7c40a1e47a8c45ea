import { expect, test } from "vitest";
import { readBody } from "../../src/send/read-body.js";
import { serve } from "../support/serve.js";

const { signal } = new AbortController();

/** A body in pieces, without a length, and what became of it. */
function pieces(count: number, size: number) {
  const state = { cancelled: false, pulled: 0 };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (state.pulled++ === count) controller.close();
      else controller.enqueue(new Uint8Array(size).fill(state.pulled));
    },
    cancel() {
      state.cancelled = true;
    },
  });
  return { state, response: new Response(stream) };
}

test("reads pieces into one", async () => {
  expect(await readBody(pieces(3, 2).response, signal, 6, false)).toEqual(
    new Uint8Array([1, 1, 2, 2, 3, 3]),
  );
  expect(await readBody(pieces(0, 0).response, signal, 6, false)).toEqual(new Uint8Array());
});

test("reads at once what the platform's own fetch gave with a length", async () => {
  const { url } = await serve((response) => response.end("four"));
  const own = await fetch(url);
  // A reader would take the stream: nothing but reading at once can do without it.
  Object.defineProperty(own, "body", { value: {} });
  expect(await readBody(own, signal, 4, true)).toEqual(new TextEncoder().encode("four"));
});

test("does not believe a length that somebody else gives", async () => {
  const { body } = pieces(1000, 10).response;
  const made = new Response(body, { headers: { "content-length": "2" } });
  expect(await readBody(made, signal, 25, true)).toBeUndefined();
  const { url } = await serve((response) => response.end("four"));
  const theirs = await fetch(url);
  Object.defineProperty(theirs, "body", { value: pieces(1000, 10).response.body });
  expect(await readBody(theirs, signal, 25, false)).toBeUndefined();
});

test("stops at what is no bytes", async () => {
  const words = new ReadableStream({ pull: (controller) => controller.enqueue("words") });
  await expect(readBody(new Response(words), signal, 25, false)).rejects.toThrow(TypeError);
});

test("reads what has a length", async () => {
  const response = new Response("four", { headers: { "content-length": "4" } });
  expect(await readBody(response, signal, 4, true)).toEqual(new TextEncoder().encode("four"));
  expect(response.bodyUsed).toBe(true);
  expect(await readBody(new Response(null), signal, 4, true)).toEqual(new Uint8Array());
});

test("stops at the limit, and cancels the rest", async () => {
  const { response, state } = pieces(1000, 10);
  expect(await readBody(response, signal, 25, false)).toBeUndefined();
  expect(state.cancelled).toBe(true);
  expect(state.pulled).toBeLessThan(10);
});

test("does not believe a length that is too large, or of a body that is compressed", async () => {
  const large = new Response("four", { headers: { "content-length": "5" } });
  expect(await readBody(large, signal, 4, true)).toEqual(new TextEncoder().encode("four"));
  const packed = new Response("four", {
    headers: { "content-length": "1", "content-encoding": "gzip" },
  });
  expect(await readBody(packed, signal, 3, true)).toBeUndefined();
});

test("lets go of a body that nobody waits for any more", async () => {
  const controller = new AbortController();
  let cancelled = false;
  const stream = new ReadableStream({ cancel: () => void (cancelled = true) });
  const reading = readBody(new Response(stream), controller.signal, 4, false);
  controller.abort();
  await reading;
  expect(cancelled).toBe(true);
});
