import { expect, test } from "vitest";
import { formBody, multipartBody, plainBody } from "../../src/client.js";

test("formBody", () => {
  expect(
    formBody.serialize({ a: 1, b: ["x", "y z"], c: { d: 1 }, e: undefined, f: null, "g&": "=" }),
  ).toBe("a=1&b=x&b=y+z&c=%7B%22d%22%3A1%7D&f=null&g%26=%3D");
  expect(formBody.contentType).toBe("application/x-www-form-urlencoded");
});

test("multipartBody", async () => {
  const file = new File(["content"], "a.txt", { type: "text/plain" });
  const form = multipartBody.serialize({
    file,
    list: [1, true],
    nothing: undefined,
    deep: { a: 1 },
  }) as FormData;
  expect([...form].map(([name]) => name)).toEqual(["file", "list", "list", "deep"]);
  expect(await (form.get("file") as File).text()).toBe("content");
  expect((form.get("file") as File).name).toBe("a.txt");
  expect(form.getAll("list")).toEqual(["1", "true"]);
  const deep = form.get("deep") as File;
  expect([deep.type, await deep.text()]).toEqual(["application/json", '{"a":1}']);
  const own = new FormData();
  expect(multipartBody.serialize(own)).toBe(own);
  expect(multipartBody.contentType).toBeUndefined();
});

test("plainBody", () => {
  const bytes = new Uint8Array(2);
  expect(plainBody.serialize(bytes)).toBe(bytes);
});
