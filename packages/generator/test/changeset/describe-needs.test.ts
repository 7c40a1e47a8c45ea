import { expect, test } from "vitest";
import { describeNeeds } from "../../src/changeset/describe-needs.js";
import { placeAt } from "../support/make-change.js";
import { change, need, YOUNG } from "../support/needs.js";

test("tells by operation, and what breaks first", () => {
  const text = describeNeeds([
    need([
      change("patch", "addPet", "The description of `name` was changed."),
      change("minor", "listPets", "The answer got the property `age`."),
      change("major", "listPets", "The answer lost the property `name`."),
      change("none", "getPet", "Nobody noticed this."),
    ]),
  ]);
  expect(text).toBe(`**Breaking:** the API changed in ways that callers' code has to follow.

**\`listPets\`**

- **Breaking:** The answer lost the property \`name\`.
- The answer got the property \`age\`.

**\`addPet\`**

- The description of \`name\` was changed.`);
});

test("says below 1.0.0 why a break is a minor version", () => {
  const text = describeNeeds([need([change("major", "a", "Gone.")], { package: YOUNG })]);
  expect(text.split("\n")[0]).toBe(
    "**Breaking:** the API changed in ways that callers' code has to follow. Below 1.0.0, a minor version says so.",
  );
});

test("tells of a break that was accepted as of a break", () => {
  const text = describeNeeds([need([change("major", "a", "Gone.")], { level: "minor" })]);
  expect(text).toMatch(/^\*\*Breaking:\*\* .* follow\.\n/);
});

test.each([
  ["minor", "Followed what was added to the API."],
  ["patch", "Followed the API's document: code and data stayed as they were."],
] as const)("begins a %s change with its sum", (level, first) => {
  expect(describeNeeds([need([change(level, "a", "This.")])]).split("\n")[0]).toBe(first);
});

test("tells of exports where the document is as it was", () => {
  const exported = { sources: [], reports: ["api/index.api.md"] };
  const lost = change("major", undefined, "`Pet` is no longer exported.", { judge: "api" });
  expect(describeNeeds([need([lost], exported)])).toBe(
    "**Breaking:** what the package exports changed in ways that callers' code has to follow.\n\n" +
      "**The whole client**\n\n- **Breaking:** `Pet` was no longer exported.",
  );
});

test("puts operations together of which the same is said, in the order of the document", () => {
  const same = ["c", "a", "b"].map((name) => change("minor", name, "Got a page token."));
  expect(describeNeeds([need(same)])).toContain("**`c`, `a` and `b`**\n\n- Got a page token.");
});

test("cuts the names of many operations short, and what breaks nobody, too", () => {
  const many = Array.from({ length: 9 }, (_, index) => change("minor", `op${index}`, "Alike."));
  const lines = Array.from({ length: 80 }, (_, index) => change("minor", "long", `No. ${index}.`));
  const breaks = Array.from({ length: 70 }, (_, index) => change("major", "long", `B. ${index}.`));
  const text = describeNeeds([need([...many, ...lines, ...breaks])]);
  expect(text.match(/^- \*\*Breaking:\*\*/gm)).toHaveLength(70);
  expect(text.match(/^- No\./gm)).toHaveLength(50);
  expect(text).toMatch(/\n- 31 smaller changes more\.$/);
  expect(describeNeeds([need(many)])).toContain(
    "**`op0`, `op1`, `op2`, `op3`, `op4`, `op5` and 3 more**",
  );
});

test("says of which package it is where several are told of", () => {
  const shared = change("minor", "a", "For both.");
  const text = describeNeeds([
    need([shared, change("minor", "b", "For one.")]),
    need([shared], { name: "@acme/stores" }),
  ]);
  expect(text).toContain("**`a`**\n\n- For both.");
  expect(text).toContain("**`b` of `@acme/pets`**\n\n- For one.");
});

test("begins with a new client", () => {
  const fresh = need([], { isNew: true, level: "minor", name: "@acme/new" });
  expect(describeNeeds([fresh])).toBe("Made `@acme/new` from the API's document.");
});

test("tells once what several judges have found at one place", () => {
  const at = { direction: "request", new: placeAt(1, "/paths/~1a") } as const;
  const text = describeNeeds([
    need([
      change("major", "a", "`name` became required.", at),
      change("major", "a", "Property 'name' is missing.", { ...at, judge: "types" }),
      change("major", "b", "Type 'X' is gone.", { judge: "types" }),
    ]),
  ]);
  expect(text).not.toContain("is missing");
  expect(text).toContain("- **Breaking:** `name` became required.");
  expect(text).toContain("- **Breaking:** Type 'X' was removed.");
});

test("keeps text of a document text", () => {
  const message = "`a<b>*c*` and <script>alert(1)</script>\n# **not** [a](b) @ada \u001b[31m";
  const text = describeNeeds([need([change("minor", "op`\n# x", message)])]);
  expect(text.split("\n").filter((line) => line.startsWith("#"))).toEqual([]);
  expect(text).toContain("**``op` # x``**");
  expect(text).toContain("`a<b>*c*` and &lt;script&gt;");
  expect(text).toContain("\\*\\*not\\*\\* \\[a\\](b)");
  expect(text).not.toContain("\u001b");
  expect(text).not.toContain("@ada");
});
