import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plainEnvironment, run } from "../src/run.ts";

// The parts of GitHub and of npm that trusted publishing goes through: neither can be had on this machine, and versions of
// pnpm before ours asked at other addresses. https://docs.npmjs.com/trusted-publishers
const asked: string[] = [];
const server = createServer((request, response) => {
  const auth = request.headers.authorization ?? "nothing";
  asked.push(`${request.method} ${request.url} with ${auth}`);
  request.resume().once("end", () => answer(request, response));
});

function answer({ method, url = "" }: IncomingMessage, response: ServerResponse): void {
  response.setHeader("content-type", "application/json");
  const claims = Buffer.from(JSON.stringify({ iss: "github" })).toString("base64url");
  if (url.startsWith("/github?")) response.end(JSON.stringify({ value: `e30.${claims}.e30` }));
  else if (url.includes("/oidc/token/exchange/")) {
    response.writeHead(201).end(JSON.stringify({ token: "good-for-minutes" }));
    // A private package gets no provenance, which is signed by a service elsewhere.
  } else if (url.endsWith("/visibility")) response.end(JSON.stringify({ public: false }));
  else response.writeHead(method === "PUT" ? 201 : 404).end("{}");
}

let folder: string;
let url: string;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  folder = await mkdtemp(join(tmpdir(), "trusted-"));
  await writeFile(
    join(folder, "package.json"),
    '{ "name": "@some/package", "version": "1.0.0" }\n',
  );
  await writeFile(join(folder, "npmrc"), `registry=${url}\n`);
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

test("pnpm publishes with the identity of a job, and with no token of ours", async () => {
  const env = {
    ...plainEnvironment(),
    NPM_CONFIG_USERCONFIG: join(folder, "npmrc"),
    PNPM_CONFIG_CACHE_DIR: join(folder, "cache"),
    CI: "true",
    GITHUB_ACTIONS: "true",
    ACTIONS_ID_TOKEN_REQUEST_URL: `${url}github?job=1`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "of-the-job",
  };
  const args = ["publish", "--no-git-checks", "--access", "public"];
  const { status, stdout, stderr } = await run("pnpm", args, { cwd: folder, env });
  expect(status, stdout + stderr).toBe(0);

  const [identity = "", exchange = "", ...rest] = asked;
  expect(identity).toBe("GET /github?job=1&audience=npm%3A127.0.0.1 with Bearer of-the-job");
  expect(exchange).toMatch(
    /^POST \/-\/npm\/v1\/oidc\/token\/exchange\/package\/@some%2fpackage with Bearer e30\./,
  );
  expect(rest.at(-1)).toBe("PUT /@some%2fpackage with Bearer good-for-minutes");
});
