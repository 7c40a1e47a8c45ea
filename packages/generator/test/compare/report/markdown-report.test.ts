import { describe, expect, test } from "vitest";
import { markdownReport } from "../../../src/compare/report/markdown-report.js";
import { makeChange, makeComparison, placeAt } from "../../support/make-change.js";

const NAMES = { old: "main:api.yaml", new: "api.yaml" };

test("has a heading with the bump, a table of each operation, and what the compiler says in a fold", () => {
  const compiler = "Property 'name' is missing.\n  It is declared here.";
  const entry = { pointer: "/a", reason: "It never worked: see @team.", until: "0.5.0" };
  const removed = makeChange({
    operation: "getStore",
    direction: "response",
    message: '"a|b" is gone.',
    old: placeAt(7, "/components/schemas/Store/properties/a|b", "main:common/stores.yaml"),
    new: undefined,
  });
  const warning = {
    severity: "warning",
    location: { file: "api.yaml" },
    message: "This is odd.",
    fix: "Mend it.",
  } as const;
  const comparison = makeComparison(
    [makeChange(), makeChange({ judge: "types", level: "minor", compiler }), removed],
    {
      accepted: [{ ...entry, location: { file: "c" }, changes: [removed] }],
      warnings: [warning],
    },
  );
  expect(markdownReport(comparison, NAMES)).toBe(`### \`api.yaml\`: major

**Callers break: this needs a major version.**

Compared with \`main:api.yaml\`, 2 major changes. wire: **major** · types: **minor** · API report: **not compared**

#### \`addPet\`

| level | in | change | where | judge |
| --- | --- | --- | --- | --- |
| **major** | request | \`name\` became required. | line 12, was line 10<br>\`/components/schemas/Pet/properties/name\` | wire major, types minor |

<details><summary>What the compiler says</summary>

\`name\` became required.

\`\`\`text
Property 'name' is missing.
  It is declared here.
\`\`\`

</details>

#### \`getStore\`

| level | in | change | where | judge |
| --- | --- | --- | --- | --- |
| **major** | response | \`a\\|b\` is gone.<br>Accepted until 0.5.0: It never worked: see @\u2060team. | was \`main:common/stores.yaml\` line 7<br>\`/components/schemas/Store/properties/a\\|b\` | wire |

<details><summary>Warnings: 1</summary>

- warning: api.yaml: This is odd. Mend it.

</details>
`);
});

test("says where a change was and where it is, and a pointer once where it is the same", () => {
  const where = (...places: Pick<ReturnType<typeof makeChange>, "old" | "new">[]) =>
    markdownReport(makeComparison(places.map((place) => makeChange(place))), NAMES)
      .split("\n")
      .flatMap((line) => /^\| \*\*.* \| (.*) \| wire \|$/.exec(line)?.[1] ?? []);
  const [old, now] = [placeAt(1, "/a", "main:api.yaml"), placeAt(2, "/a")];
  expect(where({ old, new: now })).toEqual(["line 2, was line 1<br>`/a`"]);
  expect(where({ old, new: { ...now, line: 1 } })).toEqual(["line 1<br>`/a`"]);
  expect(where({ old, new: placeAt(2, "/b") })).toEqual([
    "was line 1<br>`/a`<br>is line 2<br>`/b`",
  ]);
  expect(where({ old: undefined, new: now })).toEqual(["line 2<br>`/a`"]);
  expect(where({ old: { file: "api/index.api.md" }, new: undefined })).toEqual([
    "was `api/index.api.md`",
  ]);
  expect(where({ old: undefined, new: undefined })).toEqual([""]);
});

test("says that nothing has changed", () => {
  const verdicts = { wire: "none", types: "none", api: "none" } as const;
  expect(markdownReport(makeComparison([], { bump: "none", verdicts }), NAMES))
    .toBe(`### \`api.yaml\`: nothing to release

**Nothing that callers can notice has changed.**

Compared with \`main:api.yaml\`. wire: **none** · types: **none** · API report: **none**
`);
});

test("names some of many operations, and what is of all", () => {
  const changes = "abcdefgh".split("").map((operation) => makeChange({ operation }));
  const report = markdownReport(
    makeComparison([...changes, makeChange({ operation: undefined })]),
    NAMES,
  );
  expect(report).toContain("\n#### `a`, `b`, `c`, `d`, `e` and 3 more\n");
  expect(report).toContain("\n#### All operations\n");
});

describe("a document made on purpose", () => {
  const evil = 'x"\r\n\n## Approved\n<img src=x>@octocat | #1 ```\n</details> http://evil.example ';
  const place = { file: evil, line: 1, pointer: evil };
  const report = markdownReport(
    makeComparison(
      [
        makeChange({ operation: evil, message: evil, old: place, new: place, compiler: evil }),
        makeChange({ operation: evil, message: `"${evil}`, rule: evil, new: undefined }),
      ],
      {
        warnings: [{ severity: "warning", location: { file: evil }, message: evil, fix: evil }],
      },
    ),
    { old: evil, new: evil },
  );
  /** What is left when code is taken out: Markdown sees nothing in that. */
  const outside = report.replace(/^(`{3,})text\n[^]*?\n\1$/gm, "");
  const text = outside.replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, "");

  test("makes no heading, tag, mention, reference or address", () => {
    expect(outside.match(/^#+ .*$/gm)).toHaveLength(2);
    expect(text).not.toMatch(/<(?!br>|\/?details>|\/?summary>)/);
    expect(text).not.toMatch(/@o|#1|http:\/\//);
    expect(outside.match(/^<\/details>$/gm)).toHaveLength(2);
  });

  test("makes no row or cell", () => {
    const rows = report.split("\n").filter((line) => line.startsWith("| **"));
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.replaceAll("\\|", "").match(/\|/g)).toHaveLength(6);
  });
});

describe("a report that is too long for a comment", () => {
  const many = Array.from({ length: 400 }, (_, index) =>
    makeChange({
      operation: `operation${index}`,
      message: `"name" became required in ${"something long, ".repeat(3)}${index}.`,
      new: placeAt(index, `/components/schemas/Pet${index}`),
      compiler: "Long. ".repeat(100),
    }),
  );

  test("loses what the compiler says first", () => {
    const report = markdownReport(makeComparison(many.slice(0, 100)), NAMES);
    expect(report.length).toBeLessThan(60_000);
    expect(report).not.toContain("Long.");
    expect(report).toContain("| **major** |");
    expect(report.match(/^#### /gm)).toHaveLength(100);
    expect(report).toContain("what the compiler says is in `clientgen diff --json`");
  });

  test("loses its last changes then, and counts them", () => {
    const report = markdownReport(makeComparison(many), NAMES);
    const told = report.match(/^\| \*\*major/gm)?.length ?? 0;
    expect(report.length).toBeLessThan(60_000);
    expect(told).toBeGreaterThan(100);
    expect(report).toContain(`${400 - told} more changes, and what the compiler says, are`);
  });

  test("takes no sentence without an end, and cuts no character in half", () => {
    const message = `${"x".repeat(499)}😀${"y".repeat(100_000)}`;
    const report = markdownReport(makeComparison([makeChange({ message })]), NAMES);
    expect(report).toContain("x…");
    expect(report).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});
