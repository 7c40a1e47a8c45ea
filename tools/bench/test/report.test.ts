import { expect, test } from "vitest";
import { replaceFigures, report } from "../src/report.ts";

const taken = (seconds: number) => ({ seconds, cpuSeconds: seconds, megabytes: 100 });

test("compares every tool with three of them", () => {
  const generation = {
    clientgen: taken(1),
    "openapi-typescript": taken(2),
    "@hey-api/openapi-ts": taken(4),
    orval: "failed: no",
  };
  expect(report({ machine: "A machine.", large: { name: "a document", generation } }))
    .toBe(`A machine.

### Generating: a document

|                     | to openapi-typescript | to hey-api | to clientgen | seconds    | peak MB |
| ------------------- | --------------------- | ---------- | ------------ | ---------- | ------- |
| clientgen           | 0.50 ×                | 0.25 ×     | 1.00 ×       | 1.00       | 100     |
| openapi-typescript  | 1.00 ×                | 0.50 ×     | 2.00 ×       | 2.00       | 100     |
| @hey-api/openapi-ts | 2.00 ×                | 1.00 ×     | 4.00 ×       | 4.00       | 100     |
| orval               | –                     | –          | –            | failed: no |         |
`);
});

test("tells of each other Node by itself", () => {
  const large = { name: "a document", generation: { clientgen: taken(1) } };
  const page = report({ large, largeOn: { "20.20.2": large, "26.0.0": large } });
  expect(page.match(/^### .*$/gm)).toEqual([
    "### Generating: a document",
    "### Generating on Node 20.20.2: a document",
    "### Generating on Node 26.0.0: a document",
  ]);
});

test("tells how each tool grows", () => {
  const growth = {
    small: { clientgen: taken(2), kubb: taken(50) },
    large: { clientgen: taken(19), kubb: "over 240 s" },
  };
  const [, , ...rows] = report({ growth }).split("\n").slice(2);
  expect(rows.map((row) => row.split("|").map((cell) => cell.trim()))).toEqual([
    ["", "clientgen", "9.50 ×", "2.00", "100", "19.0", "100", ""],
    ["", "kubb", "–", "50.0", "100", "over 240 s", "–", ""],
    [""],
  ]);
});

test("puts figures between the marks of a page, again and again", () => {
  const page = "before\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nafter\n";
  const once = replaceFigures(page, "new\n");
  expect(once).toBe("before\n<!-- bench:begin -->\n\nnew\n\n<!-- bench:end -->\nafter\n");
  expect(replaceFigures(once, "new")).toBe(once);
  expect(() => replaceFigures("no marks", "new")).toThrow("lacks");
});
