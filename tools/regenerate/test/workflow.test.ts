import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

const path = fileURLToPath(new URL("../../../.github/workflows/regenerate.yml", import.meta.url));
const workflow = parse(readFileSync(path, "utf8")) as {
  readonly on: object;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<"regenerate" | "comment", Job>>;
};
const { regenerate, comment } = workflow.jobs;

test("what the pull request brings runs where nothing may be written", () => {
  // `pull_request_target` would have a token that may write, and secrets.
  expect(Object.keys(workflow.on)).toEqual(["pull_request"]);
  expect(workflow.permissions).toEqual({ contents: "read" });
  expect(regenerate.permissions).toBeUndefined();
  expect(comment.permissions).toEqual({ "pull-requests": "write" });
  expect(comment.steps.flatMap(({ uses }) => uses?.split("@")[0] ?? [])).toEqual([
    "actions/download-artifact",
  ]);
  expect(comment.if).toContain("head.repo.full_name == github.repository");
});

test("nothing of a pull request is put into a script", () => {
  for (const { run = "" } of [...regenerate.steps, ...comment.steps])
    expect(run).not.toContain("${{");
});

test("every action is pinned by its commit", () => {
  const used = [...regenerate.steps, ...comment.steps].flatMap(({ uses }) => uses ?? []);
  expect(used.length).toBeGreaterThan(3);
  for (const action of used) expect(action).toMatch(/^[\w./-]+@[\da-f]{40}$/);
});

interface Comment {
  readonly id: number;
  readonly user: { readonly login: string };
  readonly body: string;
}

interface Request {
  readonly method: string | undefined;
  readonly url: string;
  readonly body: string;
}

/** Answers as GitHub's API does for the comments of pull request 7, in pages of 100, and fails from `failing` on. */
async function serveComments(comments: readonly Comment[], failing = Infinity) {
  const requests: Request[] = [];
  const server: Server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => (body += text));
    request.on("end", () => {
      const url = new URL(request.url ?? "", "http://localhost");
      requests.push({ method: request.method, url: url.pathname, body });
      const page = Number(url.searchParams.get("page") ?? 1);
      const answer =
        request.method === "GET"
          ? comments.slice((page - 1) * 100, page * 100)
          : { html_url: "https://example.com/comment" };
      response.statusCode = requests.length >= failing ? 403 : 200;
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return { requests, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Runs the step that writes the comment, as GitHub does: `shell: bash` is this. */
async function writeComment(url: string, markdown: string, link?: string) {
  const folder = await mkdtemp(join(tmpdir(), "comment-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, link ?? "diff.md"), markdown);
  if (link !== undefined) await symlink(link, join(folder, "diff.md"));
  await writeFile(join(folder, "step.sh"), comment.steps.at(-1)?.run ?? "");
  const child = spawn(
    "bash",
    ["--noprofile", "--norc", "-eo", "pipefail", join(folder, "step.sh")],
    {
      cwd: folder,
      env: {
        PATH: process.env["PATH"],
        GITHUB_API_URL: url,
        GITHUB_REPOSITORY: "o/r",
        TOKEN: "t",
        NUMBER: "7",
        no_proxy: "127.0.0.1",
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  const code = await new Promise((done) => child.once("close", done));
  return { code, stdout };
}

const MARK = "<!-- clientgen diff -->";
const bot = { login: "github-actions[bot]" };
const others = (count: number): Comment[] =>
  Array.from({ length: count }, (_, id) => ({ id, user: { login: "ada" }, body: `${MARK} mine` }));

/** What runs the step on GitHub's machines. */
const hasTools = ["bash", "curl", "jq"].every(
  (tool) => spawnSync(tool, ["--version"]).status === 0,
);

describe.skipIf(!hasTools)("the step that writes the comment", () => {
  test("the first run writes a comment", async () => {
    const { requests, url } = await serveComments([
      ...others(3),
      { id: 9, user: bot, body: "of another workflow" },
    ]);
    const { code, stdout } = await writeComment(url, '| "a" |\n$(touch x) `b` \\ é\n');
    expect([code, stdout]).toEqual([0, "https://example.com/comment\n"]);
    expect(requests.map(({ method, url: at }) => `${method} ${at}`)).toEqual([
      "GET /repos/o/r/issues/7/comments",
      "POST /repos/o/r/issues/7/comments",
    ]);
    const { body } = JSON.parse(requests[1]?.body ?? "") as { body: string };
    expect(body).toBe(`${MARK}\n| "a" |\n$(touch x) \`b\` \\ é\n`);
  });

  test("later ones bring that comment along, on whatever page it is", async () => {
    const { requests, url } = await serveComments([
      ...others(200),
      { id: 1234, user: bot, body: `${MARK}\nbefore` },
    ]);
    expect((await writeComment(url, "now")).code).toBe(0);
    expect(requests.map(({ method, url: at }) => `${method} ${at}`).slice(-2)).toEqual([
      "GET /repos/o/r/issues/7/comments",
      "PATCH /repos/o/r/issues/comments/1234",
    ]);
    expect(requests).toHaveLength(4);
  });

  test("a text that is too long for GitHub is cut", async () => {
    const { requests, url } = await serveComments([]);
    await writeComment(url, "é".repeat(70_000));
    const { body } = JSON.parse(requests[1]?.body ?? "") as { body: string };
    expect(body.length).toBe(65_000);
  });

  test("a link in the place of the text is not followed", async () => {
    const { requests, url } = await serveComments([]);
    expect((await writeComment(url, "a secret", "elsewhere.md")).code).toBe(1);
    expect(requests).toEqual([]);
  });

  test("an answer that is an error fails the step, and writes no second comment", async () => {
    const { requests, url } = await serveComments([], 1);
    expect((await writeComment(url, "now")).code).not.toBe(0);
    expect(requests).toHaveLength(1);
  });
});
