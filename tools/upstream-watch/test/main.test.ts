import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { boats } from "./support/boats.ts";
import { runMain, spawnMain } from "./support/run-main.ts";

const SCHEMAS = "/components/schemas";

function told(documents: ReturnType<typeof boats>, differences = "differences: []\n") {
  documents.write("differences.yaml", differences);
  const { ours, upstream, place } = documents;
  return [upstream, "--spec", ours, "--differences", place("differences.yaml")] as const;
}

test("ends with 0 where nothing differs, the published document served over HTTP", async () => {
  const documents = boats();
  const server = createServer((_, response) => response.end(documents.text("upstream.yaml")));
  server.listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.yaml`;
  const [, ...options] = told(documents);
  const { code, out, error } = await runMain(url, ...options);
  expect({ code, error }).toEqual({ code: 0, error: "" });
  expect(out).toBe(
    `${documents.ours} beside ${url} (2026-11-01): 0 unexplained differences, 0 explained.\n`,
  );
});

test("ends with 1, and tells of both places, for a terminal, an issue and programs", async () => {
  const documents = boats();
  documents.set("upstream.yaml", `${SCHEMAS}/RigKind/enum/2`, "yawl");
  const args = told(documents);
  const text = await runMain(...args);
  const markdown = await runMain(...args, "--markdown");
  const json = await runMain(...args, "--json");
  expect([text.code, markdown.code, json.code]).toEqual([1, 1, 1]);
  const sentence = 'The enum `Rig`: the value "yawl" is in the published one alone.';
  expect(text.out).toContain(sentence);
  expect(text.out).toContain(`#${SCHEMAS}/RigKind/enum\n`);
  const marked = sentence.replace('"yawl"', '`"yawl"`');
  expect(markdown.out).toContain(`| ${marked} | \`${documents.ours}:`);
  const [{ unexplained, version }] = JSON.parse(json.out) as [
    { unexplained: unknown; version: string },
  ];
  expect(version).toBe("2026-11-01");
  expect(unexplained).toEqual([
    expect.objectContaining({
      what: "enum-value",
      upstreamSays: "yawl",
      message: sentence,
      edit: "mechanical",
    }),
  ]);
});

test("an explained difference is none, as long as both sides say what was explained", async () => {
  const documents = boats();
  const differences = `
differences:
  - what: format
    at: ours.yaml#${SCHEMAS}/Th*g/properties/id/format
    upstream: uuid
    reason: Ours are kept plain.
`;
  documents.set("upstream.yaml", `${SCHEMAS}/Base/properties/id/format`, "uuid");
  expect(await runMain(...told(documents, differences))).toMatchObject({
    code: 0,
    out: expect.stringContaining("0 unexplained differences, 1 explained."),
  });
  documents.set("upstream.yaml", `${SCHEMAS}/Base/properties/id/format`, "uri");
  const { code, out } = await runMain(...told(documents, differences));
  expect(code).toBe(1);
  expect(out).toContain('The format of `Thing.id`: nothing in our document, "uri"');
  expect(out).toContain("This explains nothing any more: format at ours.yaml#");
});

test("an explanation of nothing ends with 1, and is told with its line", async () => {
  const documents = boats();
  const { code, out } = await runMain(
    ...told(documents, "differences:\n  - { what: 'null', at: x, reason: Once it was so. }\n"),
  );
  expect(code).toBe(1);
  expect(out).toContain("differences.yaml:2 #/differences/0: This explains nothing any more: null");
});

const WRONG: readonly (readonly [name: string, text: string, message: string])[] = [
  ["no YAML", "differences: [", ":1: This is no YAML"],
  ["no list", "others: []", "This has no list of differences."],
  ["no entry", "differences: [1]", "This is no entry."],
  ["an unknown key", "differences: [{ why: x }]", "An entry has no why."],
  ["no reason", "differences: [{ what: enum, at: x }]", "does not say its reason."],
  ["an unknown kind", "differences: [{ what: x, at: x, reason: x }]", "Write one of operation,"],
  [
    "no direction",
    "differences: [{ what: enum, at: x, reason: x, direction: up }]",
    "Write request or response",
  ],
];

test.each(WRONG)("differences with %s end with 2", async (_, text, message) => {
  const { code, out, error } = await runMain(...told(boats(), text));
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(error).toContain(message);
});

test("wrong arguments end with 2, and say how it is written", async () => {
  for (const args of [[], [""], ["a", "b"], ["a", "--json", "--markdown"], ["a", "--fast"]]) {
    const { code, error } = await runMain(...args);
    expect(code).toBe(2);
    expect(error).toContain("pnpm upstream:watch UPSTREAM");
  }
});

test("a document that is not there ends with 2", async () => {
  const { code, error } = await runMain("no-such-file.yaml", ...told(boats()).slice(1));
  expect(code).toBe(2);
  expect(error).toContain("no-such-file.yaml: There is no such file.");
});

test("the command itself has the exit codes, and a default for everything but the published document", async () => {
  expect(await spawnMain("--help")).toMatchObject({ code: 0, error: "" });
  // Ours beside ours: what is explained is not there, and what is there does not differ.
  const { code, out, error } = await spawnMain("spec/customer.yaml");
  expect({ code, error }).toEqual({ code: 1, error: "" });
  expect(out).toContain("spec/customer.yaml beside spec/customer.yaml (2020-09-14): 0 unexplained");
  expect(out).toContain("spec/upstream-differences.yaml:");
});

test("what the published document says is text, neither an order to a terminal nor markup of an issue", async () => {
  const documents = boats();
  const hostile = "\u001b[2J`@octocat` <!-- | #1 \u202e\n## Done";
  documents.set("upstream.yaml", `${SCHEMAS}/RigKind/enum/2`, hostile);
  documents.set("upstream.yaml", `${SCHEMAS}/RigKind/enum/3`, "x".repeat(100_000));
  documents.set("upstream.yaml", `/paths/~1${hostile.replaceAll("/", "~1")}`, {
    get: { responses: { "200": { description: "It is." } } },
  });
  documents.set("upstream.yaml", "/info/version", hostile);
  const args = told(documents);
  const text = await runMain(...args);
  const markdown = await runMain(...args, "--markdown");
  for (const { code, out } of [text, markdown]) {
    expect(code).toBe(1);
    // oxlint-disable-next-line no-control-regex -- they are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(out).not.toMatch(/^## Done/m);
  }
  // Nothing of it stands outside of code, and no cell ends early.
  const outside = markdown.out.replace(/`[^`\n]*`/g, "code");
  expect(outside).not.toMatch(/octocat|<!--|#1/);
  const rows = outside.split("\n").filter((line) => line.startsWith("| "));
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
  expect(markdown.out.length).toBeLessThan(5_000);
});
