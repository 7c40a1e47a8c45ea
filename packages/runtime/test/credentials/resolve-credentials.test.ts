import { afterEach, describe, expect, test, vi } from "vitest";
import { resolveCredentials } from "../../src/credentials/resolve-credentials.js";
import { Secrets } from "../../src/credentials/secrets.js";
import { canary, definition } from "../support/things.js";

afterEach(() => vi.unstubAllEnvs());

const resolve = (
  given: Record<string, unknown>,
  security: string[][] = [["id", "key"]],
  secrets = new Secrets(),
) =>
  resolveCredentials({ definition, security, given, secrets }).then((values) =>
    Object.fromEntries(values),
  );

describe("resolveCredentials", () => {
  test("takes strings and functions", async () => {
    expect(await resolve({ id: "i", key: async () => "k" })).toEqual({ id: "i", key: "k" });
  });

  test("reads variables now, and prefers what is given", async () => {
    vi.stubEnv("THINGS_ID", "variable");
    vi.stubEnv("THINGS_KEY", "variable");
    expect(await resolve({ key: "given" })).toEqual({ id: "variable", key: "given" });
  });

  test("takes the first list that is available as a whole", async () => {
    expect(await resolve({ key: "k" }, [["id"], ["key"]])).toEqual({ key: "k" });
    expect(await resolve({ id: "i", key: "k" }, [["id"], ["key"]])).toEqual({ id: "i" });
    expect(await resolve({}, [["id"], []])).toEqual({});
  });

  test("needs nothing where nothing is asked for", async () => {
    expect(await resolve({}, [])).toEqual({});
    expect(await resolve({}, [[]])).toEqual({});
  });

  test("names what is missing, with its variable", async () => {
    vi.stubEnv("THINGS_KEY", "");
    await expect(resolve({ id: "i" })).rejects.toThrow(
      "Credentials are missing. Set credentials.key (or THINGS_KEY).",
    );
    await expect(resolve({}, [["id"], ["key"]])).rejects.toThrow(
      "Set credentials.id (or THINGS_ID), or credentials.key (or THINGS_KEY).",
    );
  });

  test.each([
    `${canary}\n`,
    `${canary}\r\n`,
    ` ${canary}`,
    `${canary} `,
    `${canary}\u0000`,
    `${canary}\u20ac`,
    `a\n${canary}`,
    "   ",
  ])("refuses %j without repeating it", async (key) => {
    const refusal = resolve({ id: "i", key });
    await expect(refusal).rejects.toThrow(/^Credential key can't be sent.*file/);
    await expect(refusal).rejects.not.toThrow(canary);
  });

  test("says of an empty credential that it is empty", async () => {
    for (const key of ["", () => ""]) {
      await expect(resolve({ id: "i", key })).rejects.toThrow(/^Credential key is empty\.$/);
    }
  });

  test.each([1, null, {}, undefined])("refuses a function that gives %j", async (value) => {
    await expect(resolve({ id: "i", key: () => value })).rejects.toThrow(/key must be a string/);
  });

  test("tells that a function failed, with its error as the cause", async () => {
    const cause = new Error("vault is closed");
    await expect(resolve({ id: "i", key: () => Promise.reject(cause) })).rejects.toMatchObject({
      name: "ConfigurationError",
      cause,
    });
  });

  test("tells that a function failed without the secrets that its error quotes", async () => {
    const quotes = () => Promise.reject(new Error(`no access with ${canary}`));
    const message = "no access with [redacted]";
    const known = new Secrets();
    known.add(canary);
    for (const refusal of [
      resolve({ id: canary, key: quotes }),
      resolve({ id: quotes, key: canary }),
      resolve({ id: () => canary, key: quotes }),
      resolve({ id: "i", key: quotes }, undefined, known),
    ]) {
      await expect(refusal).rejects.toMatchObject({ cause: { message } });
    }
  });

  test("knows the password of a Basic credential, too", async () => {
    const secrets = new Secrets();
    const login = {
      in: "header",
      name: "Authorization",
      prefix: "Basic ",
      encode: "base64",
    } as const;
    await resolveCredentials({
      definition: { ...definition, credentials: { login } },
      security: [["login"]],
      given: { login: `user:${canary}` },
      secrets,
    });
    expect(secrets.scrub(`user, ${canary}, ${btoa(`user:${canary}`)}`)).toBe(
      "user, [redacted], [redacted]",
    );
  });
});
