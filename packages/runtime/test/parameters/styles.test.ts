import { describe, expect, test } from "vitest";
import {
  cookieStyles,
  headerStyles,
  type ParameterStyle,
  pathStyles,
  queryStyles,
} from "../../src/client.js";

const empty = "";
const string = "blue";
const array = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

/** The table of OpenAPI 3.2, 4.12.2.4: style, explode, then what becomes of each of the values above. */
describe("OpenAPI's table", () => {
  test.each<[NonNullable<ParameterStyle["style"]>, boolean, ...(string | undefined)[]]>([
    ["form", false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
    [
      "form",
      true,
      "color=",
      "color=blue",
      "color=blue&color=black&color=brown",
      "R=100&G=200&B=150",
    ],
    [
      "spaceDelimited",
      false,
      undefined,
      undefined,
      "color=blue%20black%20brown",
      "color=R%20100%20G%20200%20B%20150",
    ],
    [
      "pipeDelimited",
      false,
      undefined,
      undefined,
      "color=blue%7Cblack%7Cbrown",
      "color=R%7C100%7CG%7C200%7CB%7C150",
    ],
    [
      "deepObject",
      true,
      undefined,
      undefined,
      undefined,
      "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
    ],
  ])("query: %s, explode %s", (style, explode, ...wanted) => {
    const serialize = queryStyles({ color: { style, explode } });
    const made = [empty, string, array, object].map((color) => serialize({ color }));
    // OpenAPI leaves open what is undefined here.
    expect(made.map((text, index) => wanted[index] && text)).toEqual(wanted);
  });

  test.each<
    [NonNullable<ParameterStyle["style"]>, boolean, string | undefined, string, string, string]
  >([
    ["simple", false, undefined, "blue", "blue,black,brown", "R,100,G,200,B,150"],
    ["simple", true, undefined, "blue", "blue,black,brown", "R=100,G=200,B=150"],
    ["label", false, undefined, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
    ["label", true, undefined, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
    [
      "matrix",
      false,
      undefined,
      ";color=blue",
      ";color=blue,black,brown",
      ";color=R,100,G,200,B,150",
    ],
    [
      "matrix",
      true,
      undefined,
      ";color=blue",
      ";color=blue;color=black;color=brown",
      ";R=100;G=200;B=150",
    ],
  ])("path: %s, explode %s", (style, explode, _, ...wanted) => {
    const serialize = pathStyles({ color: { style, explode } });
    const values = [string, array, object];
    expect(values.map((color) => serialize("/{color}/x", { color }))).toEqual(
      wanted.map((text) => `/${text}/x`),
    );
  });

  test.each<[boolean, string, string, string]>([
    [false, "blue", "blue,black,brown", "R,100,G,200,B,150"],
    [true, "blue", "blue,black,brown", "R=100,G=200,B=150"],
  ])("header: simple, explode %s", (explode, ...wanted) => {
    const serialize = headerStyles({ color: { explode } });
    expect([string, array, object].map((color) => serialize({ color }))).toEqual(
      wanted.map((color) => ({ color })),
    );
  });

  test.each<["form" | "cookie", boolean, string, string, string, string]>([
    ["form", false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
    [
      "form",
      true,
      "color=",
      "color=blue",
      "color=blue&color=black&color=brown",
      "R=100&G=200&B=150",
    ],
    ["cookie", false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
    [
      "cookie",
      true,
      "color=",
      "color=blue",
      "color=blue; color=black; color=brown",
      "R=100; G=200; B=150",
    ],
  ])("cookie: %s, explode %s", (style, explode, ...wanted) => {
    const serialize = cookieStyles({ color: { style, explode } });
    expect([empty, string, array, object].map((color) => serialize({ color }))).toEqual(wanted);
  });
});

describe("queries", () => {
  const serialize = queryStyles({
    list: { explode: false },
    deep: { style: "deepObject" },
    json: { style: "json" },
    open: { allowReserved: true },
    "open list": { allowReserved: true, explode: false },
  });

  test.each<[string, object, string]>([
    ["names and values encoded", { "a&b": "c=d&e é" }, "a%26b=c%3Dd%26e%20%C3%A9"],
    ["objects as their members", { filter: { a: 1, b: "x" } }, "a=1&b=x"],
    [
      "nothing for null, undefined, empty lists and objects",
      { a: null, b: undefined, c: [], list: [], deep: {}, d: {} },
      "",
    ],
    [
      "members that are null or undefined left out",
      { a: [1, null, 2], list: ["x", undefined], deep: { a: null, b: 1 } },
      "a=1&a=2&list=x&deep%5Bb%5D=1",
    ],
    ["booleans, numbers and empty texts", { a: false, b: 0, c: "" }, "a=false&b=0&c="],
    [
      "dates as in JSON",
      { at: new Date(0), list: [new Date(0)] },
      "at=1970-01-01T00%3A00%3A00.000Z&list=1970-01-01T00%3A00%3A00.000Z",
    ],
    ["commas in a list's values encoded", { list: ["a,b", "c"] }, "list=a%2Cb,c"],
    ["deep objects at any depth", { deep: { a: { b: { c: 1 } } } }, "deep%5Ba%5D%5Bb%5D%5Bc%5D=1"],
    [
      "lists in deep objects",
      { deep: { a: [1, 2], b: [{ c: 1 }, { c: 2 }] } },
      "deep%5Ba%5D%5B%5D=1&deep%5Ba%5D%5B%5D=2&deep%5Bb%5D%5B0%5D%5Bc%5D=1&deep%5Bb%5D%5B1%5D%5Bc%5D=2",
    ],
    ["a list in deep style", { deep: ["a", "b"] }, "deep%5B%5D=a&deep%5B%5D=b"],
    ["objects in lists as JSON", { a: [{ b: 1 }] }, "a=%7B%22b%22%3A1%7D"],
    ["content as JSON", { json: { a: ["&"] } }, "json=%7B%22a%22%3A%5B%22%26%22%5D%7D"],
    ["a text's JSON in quotes", { json: "a" }, "json=%22a%22"],
    [
      "reserved characters as they are, where they end nothing",
      { open: ":/?@!$'()*,;=" },
      "open=:/?@!$'()*,;=",
    ],
    [
      "those that would end the value encoded all the same",
      { open: "a&b#c[d]+e f%" },
      "open=a%26b%23c%5Bd%5D%2Be%20f%25",
    ],
    ["what is percent-encoded left so", { open: "a%2Fb" }, "open=a%2Fb"],
    ["reserved characters in a list", { "open list": ["a/b", "c:d"] }, "open%20list=a/b,c:d"],
    ["names that objects inherit", { constructor: "a", toString: "b" }, "constructor=a&toString=b"],
  ])("%s", (_, values, wanted) => {
    expect(serialize(values)).toBe(wanted);
  });
});

describe("paths", () => {
  const serialize = pathStyles({
    matrix: { style: "matrix", explode: true },
    label: { style: "label", explode: true },
    json: { style: "json" },
    open: { allowReserved: true },
  });

  test.each<[string, object, string]>([
    ["/{plain}/{list}", { plain: "a/b ?#", list: ["a", "b,c"] }, "/a%2Fb%20%3F%23/a,b%2Cc"],
    ["/{json}", { json: { a: "/" } }, "/%7B%22a%22%3A%22%2F%22%7D"],
    ["/{open}", { open: "a:b/c?d" }, "/a:b%2Fc%3Fd"],
    ["/x{matrix}", { matrix: ["a", ""] }, "/x;matrix=a;matrix"],
    ["/x{label}", { label: new Date(0) }, "/x.1970-01-01T00%3A00%3A00.000Z"],
    ["/{$a}", { $a: "$&" }, "/%24%26"],
  ])("%s", (template, values, wanted) => {
    expect(serialize(template, values as Record<string, unknown>)).toBe(wanted);
  });

  test.each<[string, object]>([
    ["/{plain}", {}],
    ["/{plain}", { plain: null }],
    ["/{plain}", { plain: "" }],
    ["/{plain}", { plain: "." }],
    ["/{plain}", { plain: ".." }],
    ["/{open}", { open: ".%2e" }],
    ["/{open}", { open: "%2E" }],
    ["/{list}", { list: [] }],
    ["/{list}", { list: ["."] }],
    ["/{list}", { list: [".."] }],
    ["/{object}", { object: {} }],
    ["/{label}", { label: "" }],
    ["/{label}", { label: "." }],
    ["/{label}", { label: ["", ""] }],
    ["/{matrix}", { matrix: "" }],
    ["/{matrix}", { matrix: [] }],
    ["/{toString}", {}],
  ])("refuses %s with %j", (template, values) => {
    expect(() => serialize(template, values as Record<string, unknown>)).toThrow(
      /^Path parameter \w+ is missing, empty, or has dots alone in it\.$/,
    );
  });
});

describe("headers", () => {
  const serialize = headerStyles({ "X-Json": { style: "json" }, "X-Map": { explode: true } });

  test("null and undefined stay, nothing is encoded, JSON is ASCII", () => {
    expect(
      serialize({
        "X-A": null,
        "X-B": undefined,
        "X-C": [],
        "X-D": "a b/c",
        "X-E": true,
        "X-Json": { a: "é\u{1f600}" },
        "X-Map": { a: 1, b: undefined },
      }),
    ).toEqual({
      "X-A": null,
      "X-B": undefined,
      "X-C": undefined,
      "X-D": "a b/c",
      "X-E": "true",
      "X-Json": '{"a":"\\u00e9\\ud83d\\ude00"}',
      "X-Map": "a=1",
    });
  });
});

describe("cookies", () => {
  const serialize = cookieStyles({ raw: { style: "cookie" }, json: { style: "json" } });

  test("one after the other, encoded but in the style cookie", () => {
    expect(serialize({ a: "b; c", json: { d: 1 }, raw: "a%20b", none: undefined, list: [] })).toBe(
      "a=b%3B%20c; json=%7B%22d%22%3A1%7D; raw=a%20b",
    );
  });

  test.each(["a;b", "a b", "a\r\nb", '"a"', "é"])("refuses %j where nothing is encoded", (raw) => {
    expect(() => serialize({ raw })).toThrow("Cookie parameter raw has a character in it");
  });
});
