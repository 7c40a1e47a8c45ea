import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What opens the cache: these variables are turbo's own. */
export interface Access {
  readonly TURBO_TOKEN: string;
  /** Below which the server keeps files. */
  readonly TURBO_TEAM: string;
  /** Signs what goes in, and is asked of what comes out. */
  readonly TURBO_REMOTE_CACHE_SIGNATURE_KEY: string;
}

/**
 * The token and the key: those of the environment, else those that the store got when it was made. What another key has signed
 * would be lost.
 *
 * @param store the folder of the cached files; it is made.
 */
export function readAccess(store: string, env: NodeJS.ProcessEnv): Access {
  mkdirSync(store, { recursive: true });
  const kept = readKept(join(store, "access.json"));
  return {
    TURBO_TOKEN: env["TURBO_TOKEN"] || kept.token,
    TURBO_TEAM: env["TURBO_TEAM"] || "plaid-partner",
    TURBO_REMOTE_CACHE_SIGNATURE_KEY: env["TURBO_REMOTE_CACHE_SIGNATURE_KEY"] || kept.key,
  };
}

interface Kept {
  readonly token: string;
  readonly key: string;
}

function readKept(path: string): Kept {
  const made = { token: randomBytes(24).toString("hex"), key: randomBytes(32).toString("hex") };
  try {
    // Fails where the file is there: of two that start at once, both then have the same.
    writeFileSync(path, JSON.stringify(made), { flag: "wx", mode: 0o600 });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const kept = parse(readFileSync(path, "utf8"));
  if (typeof kept?.token === "string" && typeof kept.key === "string") {
    return { token: kept.token, key: kept.key };
  }
  throw new Error(`${path} holds no token and key. Remove the file: new ones are made then.`);
}

function parse(text: string): { token?: unknown; key?: unknown } | undefined {
  try {
    return JSON.parse(text) as { token?: unknown; key?: unknown };
  } catch {
    return undefined;
  }
}
