import { describe, expect, test } from "vitest";
import { Secrets } from "../../src/credentials/secrets.js";
import { canary } from "../support/things.js";

const knowing = (...values: string[]) => {
  const secrets = new Secrets();
  for (const value of values) secrets.add(value);
  return secrets;
};

describe("Secrets", () => {
  const html = `a&b<c>d"e'f`;
  const latin = "s\u00e9cr\u00e8t";
  test.each([
    ["as it is", canary, canary],
    ["JSON", 'quo"ted/sec\\ret', JSON.stringify('quo"ted/sec\\ret').slice(1, -1)],
    ["JSON with lines, as keys in PEM have them", "line 1\nline\t2", "line 1\\nline\\t2"],
    ["JSON of PHP, which escapes slashes", "a/b/c", "a\\/b\\/c"],
    ["a parameter of a URL", 'quo"ted/secret', encodeURIComponent('quo"ted/secret')],
    ["a parameter of a URL in UTF-8", latin, encodeURIComponent(latin)],
    ["a URL in lower case", "a/b+c=d", "a%2fb%2bc%3dd"],
    ["a whole URL", "a b/c d", "a%20b/c%20d"],
    ["a form", "a b c d!", "a+b+c+d%21"],
    ["base64 for URLs", "ab+/cd==", "ab-_cd=="],
    ["HTML", html, "a&amp;b&lt;c&gt;d&quot;e&#39;f"],
    ["HTML with numbers", html, "a&amp;b&lt;c&gt;d&#34;e&#x27;f"],
    ["HTML with other names", html, "a&amp;b&lt;c&gt;d&quot;e&apos;f"],
    ["what regular expressions mean otherwise", "$&.*+?^(a)[b]{2}|\\d", "$&.*+?^(a)[b]{2}|\\d"],
  ])("takes a secret out in the form of %s", (_, value, form) => {
    expect(knowing(value).scrub(`<${form}> <${form}>`)).toBe("<[redacted]> <[redacted]>");
  });

  test.each(["a+b+c", "a.b.c", "a-b-c"])("takes %j for itself alone", (value) => {
    expect(knowing(value).scrub("axbxc, a_b, abc")).toBe("axbxc, a_b, abc");
  });

  test("takes a very long secret out, up to the next blank or quote", () => {
    const long = `${"L+x/".repeat(2000)}Z`;
    expect(knowing(long).scrub(`"${long}" <${long} more`)).toBe('"[redacted]" <[redacted] more');
    const exact = "x".repeat(999);
    expect(knowing(exact).scrub(`${exact}yz`)).toBe("[redacted]yz");
    expect(knowing(`${exact}y`).scrub(`${exact}y`)).toBe("[redacted]");
  });

  test("takes the longest out first, in whatever order they came", () => {
    for (const values of [
      [canary, `${canary}-longer`],
      [`${canary}-longer`, canary],
    ]) {
      expect(knowing(...values).scrub(`${canary}-longer, ${canary}`)).toBe(
        "[redacted], [redacted]",
      );
    }
  });

  test("leaves what is too short to be one", () => {
    expect(knowing("abc", "").scrub("abc")).toBe("abc");
    expect(knowing("abcd").scrub("abcd")).toBe("[redacted]");
  });

  test("leaves other text as it is", () => {
    expect(knowing(canary).scrub(canary.slice(1))).toBe(canary.slice(1));
    expect(knowing().scrub(canary)).toBe(canary);
  });
});
