import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ACCEPTED_FILE, readAccepted } from "../../../src/compare/accepted/read-accepted.js";
import { findFile } from "../../../src/compare/find-file.js";
import { formatProblem, ProblemsError } from "../../../src/problem.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const RULES = ["request-property-removed", "response-property-removed"];

async function read(text: string | undefined, versions: readonly string[] = ["0.4.2"]) {
  const folder = await temporaryFolder({
    "api.yaml": "",
    "other.yaml": "",
    ...(text !== undefined && { [ACCEPTED_FILE]: text }),
  });
  const document = await findFile(join(folder, "api.yaml"));
  return readAccepted(document, { versions, rules: RULES }).catch((error: unknown) => {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map((one) => formatProblem(one).replace(`${folder}/`, ""));
  });
}

test("no list is an empty one", async () => {
  expect(await read(undefined)).toEqual([]);
  expect(await read("# All were dropped.\n")).toEqual([]);
  expect(await read("[]")).toEqual([]);
});

test("reads the entries of this document, and of all", async () => {
  const entries = await read(`
- { pointer: "#/paths/~1pets", reason: It never worked., until: 0.5.0 }
- { document: other.yaml, pointer: /a, reason: b, until: 0.1.0 }
- document: ./api.yaml
  pointer: /components/schemas/Pet/properties/name
  rule: request-property-removed
  reason: Nobody sends it.
  until: 1.0.0-next.1
`);
  expect(entries).toEqual([
    {
      pointer: "/paths/~1pets",
      reason: "It never worked.",
      until: "0.5.0",
      location: expect.objectContaining({ line: 2, pointer: "/0" }) as object,
    },
    {
      document: "./api.yaml",
      pointer: "/components/schemas/Pet/properties/name",
      rule: "request-property-removed",
      reason: "Nobody sends it.",
      until: "1.0.0-next.1",
      location: expect.objectContaining({ line: 4, pointer: "/2" }) as object,
    },
  ]);
});

describe("refuses, with the place and the mend,", () => {
  const whole = { pointer: "/a", reason: "b", until: "0.5.0" };
  const without = (name: keyof typeof whole) => ({ ...whole, [name]: undefined });
  test.each([
    ["a map", {}, "1:1 #: This must be a list of accepted breaks. Begin each entry with a hyphen."],
    [
      "a text",
      ["/a"],
      "1:2 #/0: An accepted break must be an object. Give it document, pointer, rule, reason, until.",
    ],
    [
      "a misspelt key",
      [{ ...whole, reson: "b" }],
      '#/0/reson: "reson" is not known. Did you mean reason?',
    ],
    [
      "an unknown key",
      [{ ...whole, level: "major" }],
      '#/0/level: "level" is not known. Known are document, pointer, rule, reason, until.',
    ],
    [
      "a missing reason",
      [without("reason")],
      '#/0/reason: "reason" is missing. Say why callers have to take this.',
    ],
    [
      "an empty reason",
      [{ ...whole, reason: " " }],
      '#/0/reason: "reason" must be a text. Say why callers have to take this.',
    ],
    [
      "a missing pointer",
      [without("pointer")],
      '#/0/pointer: "pointer" is missing. Copy the JSON pointer from clientgen diff --json.',
    ],
    [
      "a path for a pointer",
      [{ ...whole, pointer: "paths.pets" }],
      '#/0/pointer: "paths.pets" is no JSON pointer. Copy the JSON pointer from clientgen diff --json.',
    ],
    [
      "a missing version",
      [without("until")],
      '#/0/until: "until" is missing. Write the first version that it no longer holds for: "0.5.0".',
    ],
    [
      "half a version",
      [{ ...whole, until: "0.5" }],
      '#/0/until: "0.5" is no version. Write the first version that it no longer holds for: "0.5.0".',
    ],
    [
      "a number",
      [{ ...whole, until: 0.5 }],
      '#/0/until: "until" must be a text. Write the first version that it no longer holds for: "0.5.0".',
    ],
    [
      "a misspelt rule",
      [{ ...whole, rule: "request-property-remove" }],
      '#/0/rule: There is no rule "request-property-remove". Did you mean request-property-removed?',
    ],
    [
      "an unknown rule",
      [{ ...whole, rule: 1 }],
      "#/0/rule: There is no rule 1. Copy it from clientgen diff --json, or drop it for all rules.",
    ],
    [
      "an unknown document",
      [{ ...whole, document: "pets.yaml" }],
      '#/0/document: There is no document "pets.yaml". Name it from the folder of this list.',
    ],
    [
      "an entry that has expired",
      [{ ...whole, until: "0.4.2" }],
      "#/0/until: What is at /a was accepted until 0.4.2, and the package is at 0.4.2. Drop the entry: it no longer holds.",
    ],
  ])("%s", async (_, list, says) => {
    const problems = await read(JSON.stringify(list));
    expect(problems).toEqual([expect.stringContaining(says)]);
    expect(problems[0]).toMatch(/^accepted-changes\.yaml:1:\d+ #/);
  });
});

test("tells all that is wrong at once", async () => {
  expect(await read('- { pointer: a }\n- { until: 1, pointer: "" }\n')).toHaveLength(6);
});

test("entries of packages whose version nobody knows do not expire", async () => {
  expect(await read("- { pointer: /a, reason: b, until: 0.0.1 }", [])).toHaveLength(1);
});
