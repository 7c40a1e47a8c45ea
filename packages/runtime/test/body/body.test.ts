import { expect, test } from "vitest";
import { formBody, multipartBody, plainBody } from "../../src/client.js";

test("formBody", () => {
  expect(
    formBody.serialize({ a: 1, b: ["x", "y z"], c: { d: 1 }, e: undefined, f: null, "g&": "=" }),
  ).toBe("a=1&b=x&b=y+z&c=%7B%22d%22%3A1%7D&g%26=%3D");
  expect(formBody.contentType).toBe("application/x-www-form-urlencoded");
});

/** A multipart body with a plain boundary in place of the random one. */
async function multipart(body: unknown): Promise<string> {
  const blob = multipartBody.serialize(body) as Blob;
  const [, boundary = ""] = /^multipart\/form-data; boundary=([\w-]{10,70})$/.exec(blob.type)!;
  return (await blob.text()).replaceAll(boundary, "B");
}

test("multipartBody", async () => {
  const file = new File(["content\n"], "a.txt", { type: "text/plain" });
  expect(
    await multipart({
      file,
      blob: new Blob(["x"]),
      list: [1, true, "two\nlines"],
      nothing: undefined,
      none: null,
      deep: { a: 1 },
    }),
  ).toBe(
    [
      '--B\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\ncontent\n',
      '--B\r\nContent-Disposition: form-data; name="blob"; filename="blob"\r\nContent-Type: application/octet-stream\r\n\r\nx',
      '--B\r\nContent-Disposition: form-data; name="list"\r\n\r\n1',
      '--B\r\nContent-Disposition: form-data; name="list"\r\n\r\ntrue',
      '--B\r\nContent-Disposition: form-data; name="list"\r\n\r\ntwo\nlines',
      '--B\r\nContent-Disposition: form-data; name="deep"\r\nContent-Type: application/json\r\n\r\n{"a":1}',
      "--B--\r\n",
    ].join("\r\n"),
  );
  expect(multipartBody.contentType).toBeUndefined();
});

test("multipartBody is read as a form by the platform", async () => {
  const file = new File(["content"], 'a "b".txt', { type: "text/plain" });
  const blob = multipartBody.serialize({ file, n: 1, deep: { a: "ä" } }) as Blob;
  const form = await new Response(blob).formData();
  expect([...form.keys()]).toEqual(["file", "n", "deep"]);
  expect(await (form.get("file") as File).text()).toBe("content");
  expect([form.get("n"), form.get("deep")]).toEqual(["1", '{"a":"ä"}']);
});

test("multipartBody lets no name and no file name end its line", async () => {
  const text = await multipart({ 'a"\r\nX: y': new File([], 'b"\r\n\r\nc') });
  expect(text.split("\r\n")[1]).toBe(
    'Content-Disposition: form-data; name="a%22%0D%0AX: y"; filename="b%22%0D%0A%0D%0Ac"',
  );
});

test("multipartBody lets no type of somebody's class end its line", async () => {
  class Odd extends Blob {
    override get type() {
      return "a/b\r\nX: y";
    }
  }
  expect(await multipart({ a: new Odd() })).toContain("\r\nContent-Type: a/bX: y\r\n\r\n");
});

test("multipartBody takes a form of the caller's as it is", () => {
  const own = new FormData();
  expect(multipartBody.serialize(own)).toBe(own);
});

test("plainBody", () => {
  const bytes = new Uint8Array(2);
  expect(plainBody.serialize(bytes)).toBe(bytes);
  const stream = new ReadableStream();
  expect(plainBody.serialize(stream)).toBe(stream);
  stream.getReader();
  expect(() => plainBody.serialize(stream)).toThrow(TypeError);
});
