import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CONFIG_FILE, readConfig } from "../../src/cli/config.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const read = async (text: string) => {
  const folder = await temporaryFolder({ [CONFIG_FILE]: text });
  return readConfig(folder).catch((error: Error) => error.message.split("\n"));
};

test("is nothing where there is none", async () => {
  expect(await readConfig(await temporaryFolder())).toBeUndefined();
});

test("is found in folders above, and its paths are told from here", async () => {
  const folder = await temporaryFolder({
    [CONFIG_FILE]:
      '{ "clients": [{ "spec": "spec/a.yaml", "out": "/abs/out", "readme": "x/y/README.md", "include": ["get*"], "format": "oxfmt" }] }',
  });
  await mkdir(join(folder, "x/y"), { recursive: true });
  expect(await readConfig(join(folder, "x/y"))).toEqual([
    {
      spec: "../../spec/a.yaml",
      out: expect.stringMatching(/(\.\.\/)+abs\/out$/),
      readme: "README.md",
      include: ["get*"],
      format: "oxfmt",
    },
  ]);
});

const AT = `${CONFIG_FILE}:1:`;
const EXAMPLE = 'Write { "clients": [{ "spec": "api.yaml", "out": "src/generated" }] }.';

test.each([
  [
    "{",
    [expect.stringMatching(/^clientgen\.config\.json:1:\d+: This is not valid YAML or JSON: /)],
  ],
  ["", [`${CONFIG_FILE}: This file is empty. Write what belongs into it, or name another.`]],
  ["[]", [`${AT}1 #/clients: There must be a list of clients at "clients". ${EXAMPLE}`]],
  [
    '{ "clients": [] }',
    [`${AT}14 #/clients: There must be a list of clients at "clients". ${EXAMPLE}`],
  ],
  [
    '{ "clients": [5], "more": 1 }',
    [
      `${AT}27 #/more: "more" is not known. Known is "clients".`,
      `${AT}15 #/clients/0: A client must be an object. Give it "spec" and "out".`,
    ],
  ],
  [
    '{ "clients": [{ "spec": "", "dir": "o", "readme": 1, "include": "get*" }] }',
    [
      `${AT}36 #/clients/0/dir: "dir" is not known. Known are spec, out, readme, include, format, headers, timeout, allowExternal, lenient.`,
      `${AT}25 #/clients/0/spec: "spec" must be a path. Name the document.`,
      `${AT}15 #/clients/0/out: "out" must be a path. Name a folder.`,
      `${AT}51 #/clients/0/readme: "readme" must be a path. Name a Markdown file, or drop it.`,
      `${AT}65 #/clients/0/include: "include" must be a list of globs. Write ["get*"].`,
    ],
  ],
  [
    '{ "clients": [{ "spec": "a", "out": "o" }, { "spec": "b", "out": "./o/" }] }',
    [
      `${AT}66 #/clients/1/out: "./o/" is the folder of client 1, too. Give each client a folder of its own.`,
    ],
  ],
])("tells all that is wrong with %s", async (text, lines) => {
  expect(await read(text)).toEqual(lines);
});
