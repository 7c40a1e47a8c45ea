import { expect, test } from "vitest";
import { readArguments } from "../../src/cli/arguments.js";

const LOADING = {
  headers: undefined,
  timeout: undefined,
  allowExternal: undefined,
  lenient: undefined,
};
const NOTHING = {
  out: undefined,
  include: [],
  format: undefined,
  check: false,
  force: false,
  watch: false,
  json: false,
  loading: LOADING,
};
const DIFF = {
  name: "diff",
  format: "text",
  failOn: undefined,
  reports: undefined,
  loading: LOADING,
};

test.each([
  [["--version"], { name: "version" }],
  [["diff", "--version"], { name: "version" }],
  [["generate"], { name: "generate", spec: undefined, ...NOTHING }],
  [
    ["generate", "a.yaml", "--out", "o"],
    { name: "generate", ...NOTHING, spec: "a.yaml", out: "o" },
  ],
  [
    ["generate", "a.yaml", "--include", "get*", "--include=/b/**", "--check", "--json"],
    {
      name: "generate",
      ...NOTHING,
      spec: "a.yaml",
      include: ["get*", "/b/**"],
      check: true,
      json: true,
    },
  ],
  [
    ["generate", "--format", "none"],
    { name: "generate", spec: undefined, ...NOTHING, format: "none" },
  ],
  [["generate", "--force"], { name: "generate", spec: undefined, ...NOTHING, force: true }],
  [["generate", "--watch"], { name: "generate", spec: undefined, ...NOTHING, watch: true }],
  [
    ["init", "a.yaml", "--name", "@a/b"],
    { name: "init", spec: "a.yaml", packageName: "@a/b", out: undefined, loading: LOADING },
  ],
  [
    ["generate", "https://a/b", "--header", "A: b: c", "--header=d:e", "--timeout", "1.5"],
    {
      name: "generate",
      ...NOTHING,
      spec: "https://a/b",
      loading: { ...LOADING, headers: { a: "b: c", d: "e" }, timeout: 1_500 },
    },
  ],
  [
    ["init", "a", "--name", "b", "--allow-external", "--lenient"],
    {
      name: "init",
      spec: "a",
      packageName: "b",
      out: undefined,
      loading: { ...LOADING, allowExternal: true, lenient: true },
    },
  ],
  [["diff", "a", "b"], { ...DIFF, old: "a", new: "b" }],
  [
    ["diff", "a", "b", "--markdown", "--fail-on=minor", "--old-api", "c", "--new-api", "d"],
    {
      ...DIFF,
      old: "a",
      new: "b",
      format: "markdown",
      failOn: "minor",
      reports: { old: "c", new: "d" },
    },
  ],
  [
    ["--json", "diff", "main:a.yaml", "--allow-external", "a.yaml"],
    {
      ...DIFF,
      old: "main:a.yaml",
      new: "a.yaml",
      format: "json",
      loading: { ...LOADING, allowExternal: true },
    },
  ],
  [
    ["upgrade-check", "a", "--to", "1.0.0", "--with", "b.tgz", "--with=c.tgz", "--package", "p"],
    {
      name: "upgrade-check",
      project: "a",
      to: "1.0.0",
      packageName: "p",
      config: undefined,
      tarballs: ["b.tgz", "c.tgz"],
      json: false,
    },
  ],
])("reads %j", (args, command) => {
  expect(readArguments(args)).toEqual(command);
});

test.each([
  [[], "Usage: clientgen COMMAND"],
  [["--help"], "  init           makes a new client package"],
  [["help"], "Usage: clientgen COMMAND"],
  [["make", "--help"], "Usage: clientgen COMMAND"],
  [["generate", "-h"], "  clientgen generate [SPEC]"],
  [["help", "init"], "  clientgen init SPEC --name PACKAGE"],
  [["diff", "a", "--help"], "  clientgen diff OLD NEW"],
  [["help", "changeset"], "  clientgen changeset [--since REF] [--check] [--json]"],
  [["help", "upgrade-check"], "  clientgen upgrade-check PROJECT --to VERSION_OR_TARBALL"],
])("helps with %j", (args, line) => {
  const command = readArguments(args);
  expect(command).toMatchObject({ name: "help", text: expect.stringContaining(line) as string });
});

test.each([
  [["changeset"], { since: undefined, check: false, json: false }],
  [["changeset", "--since", "v1", "--check", "--json"], { since: "v1", check: true, json: true }],
])("reads %j", (args, options) => {
  expect(readArguments(args)).toEqual({ name: "changeset", ...options });
});

const UPGRADE = "Write: clientgen upgrade-check PROJECT --to VERSION_OR_TARBALL.";
const INIT = "Write: clientgen init SPEC --name PACKAGE [--out DIR].";
test.each([
  [
    ["build"],
    'There is no command "build". The commands are generate, init, diff, changeset and upgrade-check.',
  ],
  [["genrate", "a"], 'There is no command "genrate". Did you mean generate?'],
  [
    ["api.yaml", "--json"],
    'There is no command "api.yaml". Write: clientgen generate api.yaml --out DIR.',
  ],
  [
    ["generate", "a", "b"],
    '"b" is one argument too many. Name one document, and the folder with --out.',
  ],
  [["generate", "a", "--ouput", "b"], 'There is no option "--ouput". Did you mean --out?'],
  [["generate", "a", "--output", "b"], 'There is no option "--output". Did you mean --out?'],
  [["generate", "a", "-o", "b"], 'There is no option "-o". Did you mean --out?'],
  [["generate", "a", "--Check"], 'There is no option "--Check". Did you mean --check?'],
  [["generate", "--fast"], 'There is no option "--fast". See "clientgen generate --help".'],
  [["generate", "-x"], 'There is no option "-x". See "clientgen generate --help".'],
  [["generate", "a", "--out"], '--out needs a value. See "clientgen generate --help".'],
  [["generate", "a", "--out", "--check"], '--out needs a value. See "clientgen generate --help".'],
  [["generate", "a", "--out="], "--out is empty. Name a folder."],
  [["generate", "--check=yes"], '--check takes no value. See "clientgen generate --help".'],
  [["generate", "--check", "--watch"], "--check and --watch exclude each other. Drop one."],
  [["generate", "--out", "o"], "--out needs a document. Write: clientgen generate SPEC --out DIR."],
  [
    ["generate", "--include", "g"],
    "--include needs a document. Write: clientgen generate SPEC --include GLOB.",
  ],
  [
    ["generate", "--format", "black"],
    'There is no format "black". Use one of auto, prettier, oxfmt, none.',
  ],
  [["generate", "a", "--timeout", "0"], '--timeout takes seconds, not "0". Write --timeout 60.'],
  [
    ["generate", "a", "--header", "a: b\nc: d"],
    'A header can\'t be sent. Write --header "Name: value".',
  ],
  [["generate", "a", "--name", "b"], 'generate has no option "--name". It belongs to init.'],
  [
    ["init", "a", "--name", "b", "--check"],
    'init has no option "--check". It belongs to generate and changeset.',
  ],
  [
    ["changeset", "api.yaml"],
    '"api.yaml" is one argument too many. Name a commit with --since; the clients stand in clientgen.config.json.',
  ],
  [["changeset", "--since="], "--since is empty. Name a commit, branch or tag."],
  [["--fast"], 'There is no option "--fast". See "clientgen --help".'],
  [["--check"], 'clientgen has no option "--check". It belongs to generate and changeset.'],
  [
    ["diff", "a", "b", "--out", "c"],
    'diff has no option "--out". It belongs to generate and init.',
  ],
  [["diff", "a"], "diff compares two documents. Write: clientgen diff OLD NEW."],
  [["diff", "", "b"], "diff compares two documents. Write: clientgen diff OLD NEW."],
  [["diff", "a", "b", "c"], "diff compares two documents. Write: clientgen diff OLD NEW."],
  [
    ["diff", "a", "b", "--json", "--markdown"],
    "--json and --markdown exclude each other. Drop one.",
  ],
  [["diff", "a", "b", "--fail-on", "mayor"], 'There is no level "mayor". Did you mean major?'],
  [
    ["diff", "a", "b", "--fail-on", "none"],
    'There is no level "none". Use one of patch, minor, major.',
  ],
  [["diff", "a", "b", "--old-api", "c"], "--new-api is missing. Name both reports, or neither."],
  [
    ["diff", "a", "b", "--new-api", "c", "--old-api="],
    "--old-api is missing. Name both reports, or neither.",
  ],
  [["diff", "a", "ftp://b"], '"ftp://b" can\'t be read. Name a file, or an https URL.'],
  [["upgrade-check"], `upgrade-check needs a project's folder. ${UPGRADE}`],
  [["upgrade-check", "a"], `upgrade-check needs the version to check against. ${UPGRADE}`],
  [["upgrade-check", "a", "b", "--to", "1.0.0"], `"b" is one argument too many. ${UPGRADE}`],
  [["upgrade-check", "a", "--to", ""], "--to is empty. Give it a value, or drop it."],
  [["upgrade-check", "a", "--to", "1", "--with="], "--with is empty. Give it a value, or drop it."],
  [["init"], `init needs a document. ${INIT}`],
  [["init", "a"], `init needs the new package's name. ${INIT}`],
  [
    ["init", "a", "--name", "A b"],
    '"A b" is no name for an npm package. Use lower case: @scope/name or name.',
  ],
])("refuses %j", (args, message) => {
  expect(() => readArguments(args)).toThrow(`clientgen: ${message}`);
});
