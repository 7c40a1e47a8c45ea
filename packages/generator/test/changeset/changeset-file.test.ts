import { describe, expect, test } from "vitest";
import {
  areReleasesEdited,
  formatChangeset,
  isTextEdited,
  isTextWritten,
  parseChangeset,
  type Releases,
  withReleases,
} from "../../src/changeset/changeset-file.js";
import { ProblemsError } from "../../src/problem.js";

const RELEASES: Releases = new Map([
  ["@acme/pets", "minor"],
  ["pets-too", "patch"],
]);
const parse = (content: string) => parseChangeset(content, ".changeset/a.md");

describe("parseChangeset", () => {
  test("reads what formatChangeset has written, and knows it again", () => {
    const file = parse(formatChangeset(RELEASES, "Added pets.\n"));
    expect([...file.releases]).toEqual([...RELEASES]);
    expect(file.text).toBe("Added pets.");
    expect([isTextEdited(file), areReleasesEdited(file)]).toEqual([false, false]);
  });

  test("knows what somebody has written themselves by its having no mark", () => {
    const file = parse('---\r\n"@acme/pets": major\r\n---\r\n\r\nRemoved pets.\r\n');
    expect(file.mark).toBeUndefined();
    expect([...file.releases]).toEqual([["@acme/pets", "major"]]);
    expect(file.text).toBe("Removed pets.");
  });

  test("reads one that releases nothing", () => {
    expect([...parse("---\n---\n\nOnly words.\n").releases]).toEqual([]);
  });

  test.each([
    ["Only words.", "This changeset does not begin with packages"],
    ['---\n"a": huge\n---\n', '"a" has none of none, patch, minor, major.'],
    ["---\n- a\n---\n", "is no map of packages."],
    ['---\n"a: major\n---\n', "is no YAML"],
    [
      '---\n"a": major\n---\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n',
      "The marks of a merge conflict stand in this changeset.",
    ],
    [
      '<<<<<<< HEAD\r\n---\r\n"a": major\r\n---\r\n',
      "The marks of a merge conflict stand in this changeset.",
    ],
  ])("refuses %j", (content, message) => {
    expect(() => parse(content)).toThrow(ProblemsError);
    expect(() => parse(content)).toThrow(message);
    expect(() => parse(content)).toThrow(".changeset/a.md: ");
  });
});

describe("edits", () => {
  const written = formatChangeset(RELEASES, "Added pets.\n\n- One.\n");

  test.each([
    ["nothing", written, [false, false]],
    [
      "line breaks",
      written.replaceAll("\n", "\r\n").replace("Added ", "Added\r\n"),
      [false, false],
    ],
    ["the text", written.replace("pets.", "dogs."), [true, false]],
    ["a level", written.replace("patch", "major"), [false, true]],
    ["a package less", written.replace('"pets-too": patch\n', ""), [false, true]],
  ])("of %s are seen", (_, content, edited) => {
    const file = parse(content);
    expect([isTextEdited(file), areReleasesEdited(file)]).toEqual(edited);
    expect(isTextWritten(file, "Added pets. - One.")).toBe(true);
  });
});

describe("withReleases", () => {
  const more: Releases = new Map([
    ["@acme/pets", "major"],
    ["third", "patch"],
  ]);

  test("raises and adds, and keeps the text to the letter", () => {
    const edited = `${formatChangeset(RELEASES, "Added pets.")}\r\nKept  *as is*.\r\n`;
    const content = withReleases(parse(edited), more);
    expect([...parse(content).releases]).toEqual([
      ["@acme/pets", "major"],
      ["pets-too", "patch"],
      ["third", "patch"],
    ]);
    expect(content.endsWith("---\n\nAdded pets.\n\r\nKept  *as is*.\r\n")).toBe(true);
  });

  test("keeps that the text was edited, and that the releases were not", () => {
    const edited = formatChangeset(RELEASES, "Added pets.").replace("pets.\n", "dogs.\n");
    const file = parse(withReleases(parse(edited), more));
    expect([isTextEdited(file), areReleasesEdited(file)]).toEqual([true, false]);
  });

  test("changes nothing where nothing is asked for", () => {
    const content = formatChangeset(RELEASES, "Added pets.");
    expect(withReleases(parse(content), RELEASES)).toBe(content);
  });
});
