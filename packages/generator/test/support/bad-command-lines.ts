import type { BadInput } from "./bad-documents.js";
import { configuration, PETS } from "./pets.js";

const OK = "responses: { 204: { description: Done } }";

/** Command lines, configurations and surroundings that are wrong. */
export const badCommandLines: readonly BadInput[] = [
  {
    name: "globs that match nothing",
    files: { "api.yaml": PETS },
    args: ["generate", "api.yaml", "--out", "out", "--include", "put*"],
    says: [
      "api.yaml:5:3 #/paths: No operation matches put*. --include takes globs over operationIds and paths.",
    ],
  },
  {
    name: "an unknown option",
    args: ["generate", "--fast"],
    says: ['clientgen: There is no option "--fast". See "clientgen generate --help".'],
  },
  {
    name: "an unknown command",
    args: ["make"],
    says: [
      'clientgen: There is no command "make". The commands are generate, init, diff, changeset and upgrade-check.',
    ],
  },
  {
    name: "--out without a value",
    files: { "api.yaml": PETS },
    args: ["generate", "api.yaml", "--out"],
    says: ['clientgen: --out needs a value. See "clientgen generate --help".'],
  },
  {
    name: "a second document",
    files: { "api.yaml": PETS },
    args: ["generate", "api.yaml", "api.yaml", "--out", "out"],
    says: [
      'clientgen: "api.yaml" is one argument too many. Name one document, and the folder with --out.',
    ],
  },
  {
    name: "a file in the place of the folder",
    files: { "api.yaml": PETS, "file.txt": "" },
    args: ["generate", "api.yaml", "--out", "file.txt"],
    says: ["file.txt: This path leads through a file. Name a folder with --out."],
  },
  {
    name: "no configuration to ask",
    files: { "api.yaml": PETS },
    args: ["generate", "api.yaml"],
    says: [
      "clientgen: There is neither --out nor a clientgen.config.json to say where to write. Add --out DIR.",
    ],
  },
  {
    name: "nothing to do",
    args: ["generate"],
    says: [
      "clientgen: There is nothing to generate. Name a document and --out, or list the clients in clientgen.config.json.",
    ],
  },
  {
    name: "a document that the configuration does not have",
    files: {
      "api.yaml": PETS,
      "clientgen.config.json": configuration([{ spec: "b.yaml", out: "out" }]),
    },
    args: ["generate", "api.yaml"],
    says: [
      "clientgen: clientgen.config.json has no client of api.yaml, and there is no --out. Add --out DIR.",
    ],
  },
  {
    name: "a missing document beside a configuration",
    files: {
      "api.yaml": PETS,
      "clientgen.config.json": configuration([{ spec: "api.yaml", out: "out" }]),
    },
    args: ["generate", "api.yml"],
    says: ["api.yml: There is no such file. Check the path."],
  },
  {
    name: "a missing document without a configuration",
    args: ["generate", "api.yml"],
    says: ["api.yml: There is no such file. Check the path."],
  },
  {
    name: "a web address without --out",
    args: ["generate", "https://api.example/openapi.yaml"],
    says: [
      "clientgen: There is neither --out nor a clientgen.config.json to say where to write. Add --out DIR.",
    ],
  },
  {
    name: "plain http",
    args: ["generate", "HTTP://api.example/openapi.yaml", "--out", "out"],
    says: [
      "HTTP://api.example/openapi.yaml: http://api.example is not https, so that anyone on the way could change what it gives. Use https; http is for this machine alone.",
    ],
  },
  {
    name: "a password in an address",
    args: ["generate", "https://me:secret@api.example/openapi.yaml", "--out", "out"],
    says: [
      'https://api.example/openapi.yaml: The address holds a user name or a password. Take it out, and give --header "Authorization: …" instead.',
    ],
  },
  {
    name: "an address of another kind",
    args: ["generate", "ftp://api.example/openapi.yaml", "--out", "out"],
    says: [
      'clientgen: "ftp://api.example/openapi.yaml" can\'t be read. Name a file, or an https URL.',
    ],
  },
  {
    name: "a web address to watch",
    args: ["generate", "https://api.example/openapi.yaml", "--out", "out", "--watch"],
    says: [
      "clientgen: --watch needs files, and https://api.example/openapi.yaml is an address. Drop --watch, or download the document and name the file.",
    ],
  },
  {
    name: "a header that is none",
    args: ["generate", "https://api.example/openapi.yaml", "--out", "out", "--header", "secret"],
    says: ['clientgen: A header can\'t be sent. Write --header "Name: value".'],
  },
  {
    name: "a header for no document",
    args: ["generate", "--header", "a: b"],
    says: [
      'clientgen: --header needs a document. Write: clientgen generate SPEC --header "Name: value".',
    ],
  },
  {
    name: "a time limit that is none",
    files: { "api.yaml": PETS },
    args: ["generate", "api.yaml", "--out", "out", "--timeout", "soon"],
    says: ['clientgen: --timeout takes seconds, not "soon". Write --timeout 60.'],
  },
  {
    name: "a broken configuration",
    files: { "clientgen.config.json": '{\n  "clients": [,]\n}' },
    args: ["generate"],
    says: [
      "clientgen.config.json:2:15: This is not valid YAML or JSON: a value is missing. Write it here, or drop the comma.",
    ],
  },
  {
    name: "a configuration with a member that is not known",
    files: {
      "api.yaml": PETS,
      "clientgen.config.json": '{ "clients": [{ "spec": "api.yaml", "out": "out", "speed": 9 }] }',
    },
    args: ["generate"],
    says: [
      'clientgen.config.json:1:60 #/clients/0/speed: "speed" is not known. Known are spec, out, readme, include, format, headers, timeout, allowExternal, lenient.',
    ],
  },
  {
    name: "a configuration that says how to fetch in the wrong words",
    files: {
      "clientgen.config.json": configuration([
        {
          spec: "https://api.example/a.yaml",
          out: "out",
          headers: { a: "${CLIENTGEN_TEST_UNSET}", b: 1 },
          timeout: "long",
          allowExternal: 1,
        },
      ]),
    },
    args: ["generate"],
    says: [
      'clientgen.config.json:1:143 #/clients/0/allowExternal: "allowExternal" must be true or false. Drop it for false.',
      'clientgen.config.json:1:120 #/clients/0/timeout: "timeout" must be a number of seconds. Write 60.',
      "clientgen.config.json:1:77 #/clients/0/headers/a: The environment variable CLIENTGEN_TEST_UNSET is not set. Set it, or drop the header.",
      'clientgen.config.json:1:107 #/clients/0/headers/b: The header "b" can\'t be sent. Give it a text as its value.',
    ],
  },
  {
    name: "a folder that two clients share",
    files: {
      "api.yaml": PETS,
      "clientgen.config.json": configuration([
        { spec: "api.yaml", out: "out" },
        { spec: "api.yaml", out: "out" },
      ]),
    },
    args: ["generate"],
    says: [
      'clientgen.config.json:1:70 #/clients/1/out: "out" is the folder of client 1, too. Give each client a folder of its own.',
    ],
  },
  {
    name: "a README that is missing",
    files: {
      "api.yaml": PETS,
      "clientgen.config.json": configuration([{ spec: "api.yaml", out: "out", readme: "R.md" }]),
    },
    args: ["generate"],
    says: [
      'R.md:1: There is no such file, or it can\'t be read. Write it, or drop "readme" from the configuration.',
    ],
  },
  {
    name: "a URL of a file on another machine",
    args: ["generate", "file://host/api.yaml", "--out", "out"],
    says: [
      "file://host/api.yaml: This URL names no file and no site. Name a file by its path, or an https URL.",
    ],
  },
  {
    name: "half a URL in the configuration",
    files: { "clientgen.config.json": configuration([{ spec: "https://", out: "out" }]) },
    args: ["generate"],
    says: [
      "https://: This URL names no file and no site. Name a file by its path, or an https URL.",
    ],
  },
  {
    name: "an empty glob",
    files: { "api.yaml": PETS },
    args: ["generate", "api.yaml", "--out", "out", "--include", ""],
    says: ['clientgen: --include takes globs. Write --include "get*".'],
  },
  {
    name: "a glob that nobody wrote",
    files: { "api.yaml": PETS },
    args: ["generate", "api.yaml", "--out", "out", "--include", "{".repeat(70_000)],
    says: ['clientgen: --include takes globs. Write --include "get*".'],
  },
  {
    name: "a client among another one's operations",
    files: {
      "api.yaml": PETS,
      "clientgen.config.json": configuration([
        { spec: "api.yaml", out: "out/operations" },
        { spec: "api.yaml", out: "out" },
      ]),
    },
    args: ["generate"],
    says: [
      'clientgen.config.json:1:81 #/clients/1/out: "out" shares the folder of operations with client 1. Give each client a folder of its own.',
    ],
  },
  {
    name: "a new client for a configuration without a list",
    files: { "api.yaml": PETS, "clientgen.config.json": "{}" },
    args: ["init", "api.yaml", "--name", "pets"],
    says: [
      'clientgen.config.json: No client can be added to this file: it must be JSON with a list of clients. Write { "clients": [] }.',
    ],
  },
  {
    name: "a new client in the place of nothing",
    files: { "api.yaml": PETS },
    args: ["init", "api.yaml", "--name", "pets", "--out", "api.yaml/pets"],
    says: ["api.yaml/pets: This is no folder. Choose another folder with --out."],
  },
  {
    name: "several problems at once",
    files: {
      "api.yaml": `openapi: 3.1.0\ninfo: {}\npaths:\n  a: { get: { operationId: 1, security: [{ no: [] }], ${OK} } }\n  /b: { $ref: b.yaml }\n`,
    },
    says: [
      'api.yaml:2:7 #/info: The document has no title. Add "info: { title: … }". With --lenient it is called "API".',
      'api.yaml:4:6 #/paths/a: The path "a" does not begin with "/". Write "/a". With --lenient it is left out.',
      "api.yaml:4:28 #/paths/a/get/operationId: An operationId must be a string. Write it in quotes. With --lenient it is left out.",
      'api.yaml:4:48 #/paths/a/get/security/0/no: The security requirement "no" names no scheme. Define it under components.securitySchemes, or correct the name. With --lenient it is left out.',
      'api.yaml:5:15 #/paths/~1b/$ref: The reference "b.yaml" leads to a file that can\'t be used. Mend this first: b.yaml: There is no such file. Check the path. With --lenient it is left out.',
    ],
  },
];
