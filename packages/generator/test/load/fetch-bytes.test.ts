import { expect, test } from "vitest";
import { checkUrl, fetchBytes, type FetchOptions } from "../../src/load/fetch-bytes.js";
import { redirect, serveFiles, type Answers } from "../support/serve-files.js";

const OPTIONS: FetchOptions = {
  headers: {},
  origin: "",
  timeout: 20_000,
  most: 1_000,
  mayBePrivate: () => true,
  checkRedirect: () => undefined,
};

async function fetched(answers: Answers, options: Partial<FetchOptions> = {}): Promise<string> {
  const { origin } = await serveFiles(answers);
  return fetchBytes(new URL("/a", origin), { ...OPTIONS, ...options }).then(
    ({ url, bytes }) => `${url.pathname} ${Buffer.from(bytes).toString()}`,
    (error: Error & { fix?: string }) =>
      `${error.message} ${error.fix ?? ""}`.replaceAll(origin, "ORIGIN"),
  );
}

test("gives the body, and where it came from in the end", async () => {
  expect(await fetched({ "/a": "text" })).toBe("/a text");
  expect(await fetched({ "/a": redirect("b/c"), "/b/c": "text" })).toBe("/b/c text");
});

test.each<[name: string, answers: Answers, options: Partial<FetchOptions>, message: string]>([
  ["a status", {}, {}, "The server answers with status 404. Check the address."],
  [
    "missing credentials",
    { "/a": (response) => response.writeHead(401).end() },
    {},
    'The server answers with status 401. Give credentials with --header "Name: value".',
  ],
  [
    "an answer without a body",
    { "/a": (response) => response.writeHead(204).end() },
    {},
    "The server answers with status 204. Try again later, or download the document and name the file.",
  ],
  [
    "redirects without end",
    { "/a": redirect("/a") },
    {},
    "The server redirects more than 10 times. Name the address that it ends at.",
  ],
  [
    "a redirect to plain http elsewhere",
    { "/a": redirect("http://example.com/") },
    {},
    "http://example.com is not https, so that anyone on the way could change what it gives. Use https; http is for this machine alone.",
  ],
  [
    "a redirect to a file",
    { "/a": redirect("file:///etc/passwd") },
    {},
    "file:// is not https, so that anyone on the way could change what it gives. Use https; http is for this machine alone.",
  ],
  [
    "a redirect to nothing",
    { "/a": redirect("http://[") },
    {},
    "The server redirects to no address. Name where the document is.",
  ],
  [
    "a server that never answers",
    { "/a": () => undefined },
    { timeout: 300 },
    "The document was not there within 0.3 seconds. Try again, or give it more time with --timeout SECONDS.",
  ],
  [
    "a server that stops in the middle",
    { "/a": (response) => response.write("openapi:") },
    { timeout: 300 },
    "The document was not there within 0.3 seconds. Try again, or give it more time with --timeout SECONDS.",
  ],
  [
    "a connection that breaks",
    {
      "/a": (response) => {
        response.writeHead(200, { "content-length": 10 });
        response.write("open", () => response.destroy());
      },
    },
    {},
    "The document can't be fetched (ECONNRESET). Download it, and name the file.",
  ],
  [
    "a packed body",
    { "/a": (response) => response.writeHead(200, { "content-encoding": "gzip" }).end("x") },
    {},
    "The server sends the document packed (gzip) without being asked. Download it, and name the file.",
  ],
  [
    "a private address",
    { "/a": "text" },
    { mayBePrivate: () => false },
    "127.0.0.1:PORT is a private address (127.0.0.1). If it is meant, allow it with --allow-external.",
  ],
])("tells of %s", async (_name, answers, options, message) => {
  expect((await fetched(answers, options)).replace(/:\d+/, ":PORT")).toBe(message);
});

test("ends a body that never ends when it is too large", async () => {
  const endless: Answers = {
    "/a": (response) => {
      const more = () => {
        while (response.write("x".repeat(100)));
        response.once("drain", more);
      };
      more();
    },
  };
  expect(await fetched(endless)).toBe("The answer is too large. ");
});

test("checks the addresses that a name has, too", async () => {
  const { origin } = await serveFiles({ "/a": "text" });
  const url = new URL(origin.replace("127.0.0.1", "localhost"));
  const seen: string[] = [];
  const options: FetchOptions = {
    ...OPTIONS,
    mayBePrivate: (_, ip) => {
      seen.push(ip);
      return false;
    },
  };
  await expect(fetchBytes(url, options)).rejects.toThrow("is a private address");
  expect(seen.every((ip) => ip === "127.0.0.1" || ip === "::1")).toBe(true);
});

test("sends headers to their origin alone", async () => {
  const other = await serveFiles({ "/b": "text" });
  const own = await serveFiles({ "/a": redirect(`${other.origin}/b`) });
  const headers = { authorization: "Bearer secret" };
  await fetchBytes(new URL("/a", own.origin), { ...OPTIONS, headers, origin: own.origin });
  expect(own.asked[0]?.headers.authorization).toBe("Bearer secret");
  expect(other.asked[0]?.headers).not.toHaveProperty("authorization");
});

test.each([
  "https://example.com/a",
  "http://localhost:1/a",
  "http://api.localhost/a",
  "http://127.8.9.1/a",
  "http://[::1]/a",
])("takes https, and http of this machine: %s", (url) => {
  expect(() => checkUrl(new URL(url))).not.toThrow();
});

test.each([
  ["http://localhost.example/a", "is not https"],
  ["http://[::ffff:10.0.0.1]/a", "is not https"],
  ["http://169.254.169.254/", "is not https"],
  ["ftp://localhost/a", "is not https"],
  ["https://me:pass@example.com/", "holds a user name or a password"],
])("refuses %s", (url, complaint) => {
  expect(() => checkUrl(new URL(url))).toThrow(complaint);
});
