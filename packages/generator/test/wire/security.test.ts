import { afterEach, expect, test, vi } from "vitest";
import { createVaultClient, type VaultCredentials } from "../documents/security/expected/index.js";
import { serve } from "../support/serve.js";

afterEach(() => vi.unstubAllEnvs());

const names = new Set(["x-client-id", "x-secret", "authorization", "cookie"]);

/** What a call with these credentials sends, in URL and headers. */
async function sent(
  operation: "readOpen" | "readMaybe" | "readMine" | "readOther" | "readSealed" | "readEither",
  credentials: VaultCredentials,
) {
  const { url, seen } = await serve();
  await createVaultClient({ baseUrl: url, credentials })[operation]();
  const headers = Object.entries(seen[0]?.headers ?? {}).filter(([name]) => names.has(name));
  return { url: seen[0]?.url, ...Object.fromEntries(headers) };
}

const basic = `Basic ${btoa("user:pass")}`;

test.each<[string, Parameters<typeof sent>[0], VaultCredentials, object]>([
  [
    "AND sends both",
    "readMine",
    { clientId: "i1", secret: "s1" },
    { url: "/mine", "x-client-id": "i1", "x-secret": "s1" },
  ],
  [
    "OR takes the first whose credentials are all there",
    "readMine",
    { clientId: "i1", secret: "s1", token: "t1" },
    { url: "/mine", "x-client-id": "i1", "x-secret": "s1" },
  ],
  [
    "OR passes over one that lacks a part",
    "readMine",
    { clientId: "i1", token: "t1" },
    { url: "/mine", authorization: "Bearer t1" },
  ],
  [
    "an operation that needs nothing gets nothing",
    "readOpen",
    { clientId: "i1", secret: "s1", token: "t1" },
    { url: "/open" },
  ],
  [
    "an operation's own requirement, HTTP basic",
    "readOther",
    { login: "user:pass", clientId: "i1", secret: "s1" },
    { url: "/other", authorization: basic },
  ],
  [
    "a query and a cookie together",
    "readOther",
    { inQuery: "k&1", inCookie: "c;1" },
    { url: "/other?key=k%261", cookie: "sid=c%3B1" },
  ],
  [
    "OAuth 2, with a token that the caller got",
    "readOther",
    { oauth: "o1" },
    { url: "/other", authorization: "Bearer o1" },
  ],
  [
    "OpenID Connect, beside a certificate that the connection has",
    "readSealed",
    { identity: "d1" },
    { url: "/sealed", authorization: "Bearer d1" },
  ],
  [
    "a token beside a certificate",
    "readSealed",
    { token: "t1", identity: "d1" },
    { url: "/sealed", authorization: "Bearer t1" },
  ],
  [
    "a token where there is one, also behind nothing",
    "readMaybe",
    { token: "t1" },
    { url: "/maybe", authorization: "Bearer t1" },
  ],
  [
    "a token where there is one, before nothing",
    "readEither",
    { token: "t1" },
    { url: "/either", authorization: "Bearer t1" },
  ],
  ["nothing where there is none", "readEither", {}, { url: "/either" }],
])("%s", async (_name, operation, credentials, wanted) => {
  expect(await sent(operation, credentials)).toEqual(wanted);
});

test("variables count as credentials", async () => {
  vi.stubEnv("VAULT_CLIENT_ID", "i2");
  vi.stubEnv("VAULT_SECRET", "s2");
  expect(await sent("readMine", { token: "t1" })).toEqual({
    url: "/mine",
    "x-client-id": "i2",
    "x-secret": "s2",
  });
});

test("what is missing is told with every alternative", async () => {
  const { url, seen } = await serve();
  const client = createVaultClient({ baseUrl: url, credentials: { clientId: "i1", inQuery: "q" } });
  await expect(client.readMine()).rejects.toMatchObject({
    name: "ConfigurationError",
    operation: "readMine",
    message: "Missing credentials: credentials.secret (or VAULT_SECRET), or credentials.token",
  });
  await expect(client.readOther()).rejects.toMatchObject({
    message:
      "Missing credentials: credentials.login, or credentials.inCookie, or credentials.oauth",
  });
  expect(seen).toEqual([]);
});

test("a call's own credentials complete the client's", async () => {
  const { url, seen } = await serve();
  const client = createVaultClient({ baseUrl: url, credentials: { clientId: "i1" } });
  await client.readMine({}, { credentials: { secret: async () => "s1" } });
  expect(seen[0]?.headers).toMatchObject({ "x-client-id": "i1", "x-secret": "s1" });
});
