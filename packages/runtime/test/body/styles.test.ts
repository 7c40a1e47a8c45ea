import { expect, test } from "vitest";
import { formStyles, multipartStyles } from "../../src/client.js";

test("formStyles", () => {
  const form = formStyles({
    list: { explode: false },
    deep: { style: "deepObject" },
    url: { allowReserved: true },
  });
  expect(form.contentType).toBe("application/x-www-form-urlencoded");
  expect(
    form.serialize({
      plain: ["a b", "c"],
      object: { a: 1 },
      list: ["a", "b"],
      deep: { a: { b: [1] } },
      url: "https://a.test/?b",
      none: null,
    }),
  ).toBe(
    "plain=a%20b&plain=c&object=%7B%22a%22%3A1%7D&list=a,b&deep%5Ba%5D%5Bb%5D%5B%5D=1&url=https://a.test/?b",
  );
});

test("multipartStyles", async () => {
  const styles = multipartStyles({
    photo: { contentType: "image/png" },
    about: { contentType: "application/xml" },
    list: { explode: false },
    deep: { style: "deepObject" },
  });
  const form = styles.serialize({
    photo: [new Blob(["1"]), new File(["2"], "b.png"), new Blob(["3"], { type: "image/webp" })],
    about: "<a/>",
    list: ["a b", "c"],
    deep: { a: 1 },
    other: { a: 1 },
    plain: "x",
    none: null,
  }) as Blob;
  const [, boundary = ""] = /boundary=(.+)$/.exec(form.type)!;
  const parts = (await form.text()).split(`--${boundary}`).slice(1, -1);
  expect(parts.map((part) => part.slice(34, -2).replaceAll("\r\n", "|"))).toEqual([
    'name="photo"; filename="blob"|Content-Type: image/png||1',
    'name="photo"; filename="b.png"|Content-Type: image/png||2',
    'name="photo"; filename="blob"|Content-Type: image/webp||3',
    'name="about"|Content-Type: application/xml||<a/>',
    'name="list"||a b,c',
    'name="deep[a]"||1',
    'name="other"|Content-Type: application/json||{"a":1}',
    'name="plain"||x',
  ]);
  const own = new FormData();
  expect(styles.serialize(own)).toBe(own);
});
